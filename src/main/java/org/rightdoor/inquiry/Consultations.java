package org.rightdoor.inquiry;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;

/** What other departments are asked about cases that stay with their owner. */
@ApplicationScoped
public class Consultations implements Reversal {

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    Inquiries inquiries;

    @Inject
    Deeds deeds;

    /** Those of a case that have not been answered yet. */
    public Uni<List<Consultation>> openOf(long number) {
        return sessions.withSession(session -> open(session, number));
    }

    /**
     * Asks a department, which may read the case from now on.
     *
     * @throws IllegalStateException when it is the owner, or has not answered an earlier question yet
     */
    public Uni<Deed> ask(long number, String department, String question, Actor by) {
        return sessions.withTransaction(session -> open(session, number)
                .chain(open -> deeds.record(Deed.Kind.CONSULTED, number, by, inquiry -> {
                            if (inquiry.department.equals(department)) {
                                throw new IllegalStateException(
                                        "The case is with that department. Choose another one.");
                            }
                            if (inquiry.confidential) {
                                throw new IllegalStateException(
                                        "A confidential case is seen by those named on it only. Name a colleague instead.");
                            }
                            if (open.stream().anyMatch(one -> one.department.equals(department))) {
                                throw new IllegalStateException(
                                        "That department has not answered your last question yet. Wait, or call them.");
                            }
                            return Event.of(Event.Kind.CONSULTED, by, department + ": " + question);
                        })
                        .call(deed -> session.persist(Consultation.of(number, department, question, deed)))));
    }

    /**
     * The department has answered; it does not read the case any more.
     *
     * @return the case, or null where nothing is asked any more
     */
    public Uni<Inquiry> answer(long number, String department, String answer, Actor by) {
        return sessions.withTransaction(session -> inquiries
                .lock(number)
                .chain(() -> open(session, number))
                .chain(open -> open.stream()
                        .filter(one -> one.department.equals(department))
                        .findFirst()
                        .map(asked -> {
                            asked.endedAt = Instant.now();
                            return inquiries.change(
                                    number,
                                    inquiry -> Event.of(Event.Kind.CONSULTATION_ENDED, by, department + ": " + answer));
                        })
                        .orElseGet(() -> Uni.createFrom().nullItem())));
    }

    @Override
    public boolean isFor(Deed.Kind kind) {
        return kind == Deed.Kind.CONSULTED;
    }

    @Override
    public Uni<Void> reverse(Mutiny.Session session, Deed deed, List<DeedOnCase> lines, Actor by) {
        return session.createSelectionQuery("from Consultation where deedId = :deed", Consultation.class)
                .setParameter("deed", deed.id)
                .setLockMode(LockMode.PESSIMISTIC_WRITE)
                .getSingleResult()
                .invoke(asked -> {
                    if (asked.endedAt != null) {
                        throw new IllegalStateException("The department has answered already.");
                    }
                    asked.endedAt = Instant.now();
                })
                .chain(() -> Deeds.inOrder(lines, line -> Deeds.say(session, line, deed, by)))
                .replaceWithVoid();
    }

    private static Uni<List<Consultation>> open(Mutiny.Session session, long number) {
        return session.createSelectionQuery(
                        "from Consultation where inquiryNumber = :number and endedAt is null order by id",
                        Consultation.class)
                .setParameter("number", number)
                .getResultList();
    }
}
