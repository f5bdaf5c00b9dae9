package org.rightdoor.inquiry;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.hibernate.reactive.mutiny.Mutiny;

/** What families say of the help they had. */
@ApplicationScoped
public class Ratings {

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    Inquiries inquiries;

    /** The rating of that case, or null. */
    public Uni<Rating> of(long inquiry) {
        return sessions.withSession(session -> session.find(Rating.class, inquiry));
    }

    /** The first tap holds; another one changes nothing. */
    public Uni<Rating> rate(long inquiry, int courtesy) {
        var rating = Rating.of(inquiry, courtesy);
        // Two taps at the same moment: the second waits for the case and then finds the first.
        return sessions.withTransaction(session -> inquiries
                .lock(inquiry)
                .chain(() -> session.find(Rating.class, inquiry))
                .chain(held -> held != null
                        ? Uni.createFrom().item(held)
                        : session.persist(rating)
                                .call(() -> session.persist(rated(rating)))
                                .replaceWith(rating)));
    }

    /** Adds to a rating what was not said yet; nothing where there is none. */
    public Uni<Void> add(long inquiry, Boolean solved, String comment) {
        return sessions.withTransaction(session -> session.find(Rating.class, inquiry)
                .invoke(rating -> {
                    if (rating != null) rating.add(solved, comment);
                })
                .replaceWithVoid());
    }

    private static Event rated(Rating rating) {
        var event = Event.of(Event.Kind.RATED, Actor.FAMILY, Integer.toString(rating.courtesy));
        event.inquiryNumber = rating.inquiryNumber;
        return event;
    }
}
