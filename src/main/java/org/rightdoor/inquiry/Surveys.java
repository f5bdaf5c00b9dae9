package org.rightdoor.inquiry;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.hibernate.reactive.mutiny.Mutiny;

/** What families say of the help they had. */
@ApplicationScoped
public class Surveys {

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    Inquiries inquiries;

    @Inject
    Merges merges;

    /** What that case's family was asked or has said, or null. */
    public Uni<Survey> of(long inquiry) {
        return sessions.withSession(session -> session.find(Survey.class, inquiry));
    }

    /** The survey that this token opens, or null. */
    public Uni<Survey> opened(String token) {
        return sessions.withSession(
                session -> session.createSelectionQuery("from Survey where token = :token", Survey.class)
                        .setParameter("token", token)
                        .getSingleResultOrNull());
    }

    /**
     * The family says something of the help: what it said before stays, what it had not said is added. Where it says for the
     * first time that the matter is not settled, a settled case opens again.
     */
    public Uni<Survey> say(long inquiry, Survey.Said said) {
        // Two taps at the same moment: the second waits for the case and then finds what the first said.
        return sessions.withTransaction(session -> inquiries
                .lock(inquiry)
                .chain(() -> session.find(Survey.class, inquiry))
                .chain(held -> held != null ? Uni.createFrom().item(held) : begin(session, inquiry))
                .call(survey -> {
                    var isFirst = !survey.isAnswered() && !said.isEmpty();
                    var notSolved = survey.add(said);
                    return (isFirst
                                    ? session.persist(rated(survey))
                                    : Uni.createFrom().voidItem())
                            .chain(() -> notSolved
                                    ? reopen(inquiry)
                                    : Uni.createFrom().voidItem());
                }));
    }

    private static Uni<Survey> begin(Mutiny.Session session, long inquiry) {
        var survey = Survey.of(inquiry);
        return session.persist(survey).replaceWith(survey);
    }

    // A case that has meanwhile become part of another one stands as that one does.
    private Uni<Void> reopen(long inquiry) {
        return merges.survivorOf(inquiry)
                .chain(inquiries::lock)
                .chain(whole -> whole.status == Status.OPEN
                        ? Uni.createFrom().voidItem()
                        : inquiries.change(whole.number, Inquiry::needMoreHelp).replaceWithVoid());
    }

    private static Event rated(Survey survey) {
        var detail = survey.courtesy == null ? "" : survey.courtesy.toString();
        var event = Event.of(Event.Kind.RATED, Actor.FAMILY, detail);
        event.inquiryNumber = survey.inquiryNumber;
        return event;
    }
}
