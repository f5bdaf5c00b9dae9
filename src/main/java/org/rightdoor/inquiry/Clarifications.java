package org.rightdoor.inquiry;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.hibernate.reactive.mutiny.Mutiny;

/** What families were asked about where their case belongs. */
@ApplicationScoped
public class Clarifications {

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    Inquiries inquiries;

    /** Stores the question that {@link Inquiry#askedFor} has put. */
    public Uni<Void> store(Clarification clarification) {
        return sessions.withTransaction(session -> session.persist(clarification));
    }

    /** What the family was asked and has not answered yet, or null. */
    public Uni<Clarification> open(long number) {
        return sessions.withSession(session -> session.find(Clarification.class, number))
                .map(asked -> asked == null || asked.answeredAt != null ? null : asked);
    }

    /**
     * The family answers; only the first answer counts.
     *
     * @param department key of one of the two, or anything else for neither
     * @return the case, or null where nothing is asked any more
     */
    public Uni<Inquiry> answer(long number, String department) {
        return sessions.withTransaction(
                session -> inquiries.lock(number).chain(() -> open(number)).chain(asked -> {
                    if (asked == null) return Uni.createFrom().nullItem();
                    asked.answer(department);
                    return inquiries.change(number, inquiry -> inquiry.clarified(asked));
                }));
    }
}
