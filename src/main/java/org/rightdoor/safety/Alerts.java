package org.rightdoor.safety;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.answers.Signal;
import org.rightdoor.inquiry.Actor;
import org.rightdoor.inquiry.Event;
import org.rightdoor.inquiry.Inquiry;

/** The alerts: raised by the net or by a person, had by somebody, and judged. */
@ApplicationScoped
public class Alerts {

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    CurrentKnowledge knowledge;

    /**
     * Raises an alert for each signal, inside the transaction that stores the words; the case is marked already. While one of
     * the same category waits for somebody, no second one does.
     */
    public Uni<Void> raise(long inquiryNumber, List<Signal> signals, Instant at) {
        var all = Uni.createFrom().voidItem();
        for (var signal : signals) all = all.chain(() -> raise(Alert.raised(inquiryNumber, signal, at)));
        return all;
    }

    private Uni<Void> raise(Alert alert) {
        return sessions.withTransaction(session -> session.createSelectionQuery(
                        """
                        select count(*) from Alert
                        where inquiryNumber = :number and category = :category and acknowledgedAt is null""",
                        Long.class)
                .setParameter("number", alert.inquiryNumber)
                .setParameter("category", alert.category)
                .getSingleResult()
                .chain(waiting -> waiting > 0 ? Uni.createFrom().voidItem() : session.persist(alert)));
    }

    /** Staff say that this case should have called somebody: now it does. */
    public Uni<Alert> missed(long inquiryNumber, String category, Actor by) {
        demandCategory(category);
        var said = title(category) + ": " + by.name() + " called.";
        return sessions.withTransaction(
                session -> call(session, inquiryNumber, said, by).chain(() -> {
                    var alert = Alert.missed(inquiryNumber, category, by, Instant.now());
                    return session.persist(alert).replaceWith(alert);
                }));
    }

    /** To the case, and to those that it has become part of: it is worked on as the last of them. */
    private static Uni<Void> call(Mutiny.Session session, long number, String said, Actor by) {
        return session.find(Inquiry.class, number, LockMode.PESSIMISTIC_WRITE).chain(inquiry -> {
            if (inquiry == null) throw new NotFoundException();
            var event = inquiry.callPerson(said, by);
            event.inquiryNumber = number;
            return session.persist(event)
                    .chain(() -> inquiry.mergedInto == null
                            ? Uni.createFrom().voidItem()
                            : call(session, inquiry.mergedInto, said, by));
        });
    }

    /** Goes the whole road like any other, says at each step that it is a drill, and is never counted. */
    public Uni<Alert> drill(String category, Actor by) {
        demandCategory(category);
        var alert = Alert.drill(category, by, Instant.now());
        return sessions.withTransaction(session -> session.persist(alert).replaceWith(alert));
    }

    public Uni<Alert> acknowledge(long id, Actor by) {
        return change(id, alert -> alert.acknowledge(by, Instant.now()), by.name() + " has it.", by);
    }

    public Uni<Alert> take(long id, Actor by) {
        return change(id, alert -> alert.take(by, Instant.now()), by.name() + " has taken it.", by);
    }

    public Uni<Alert> close(long id, Alert.Outcome outcome, String handled, Actor by) {
        var judged = outcome == Alert.Outcome.REAL ? "It was real. " : "It was a false alarm. ";
        return change(id, alert -> alert.close(outcome, handled, by, Instant.now()), judged + handled, by);
    }

    private Uni<Alert> change(long id, Consumer<Alert> verb, String said, Actor by) {
        return sessions.withTransaction(session -> session.find(Alert.class, id, LockMode.PESSIMISTIC_WRITE)
                .call(alert -> {
                    if (alert == null) throw new NotFoundException();
                    verb.accept(alert);
                    return record(session, alert, said, by);
                }));
    }

    /** What happens to an alert stands in its case's history. */
    Uni<Void> record(Mutiny.Session session, Alert alert, String said, Actor by) {
        if (alert.inquiryNumber == null) return Uni.createFrom().voidItem();
        var event = Event.of(Event.Kind.ALERTED, by, title(alert.category) + ": " + said);
        event.inquiryNumber = alert.inquiryNumber;
        return session.persist(event);
    }

    public String title(String category) {
        return knowledge.now().safety().rules().title(category);
    }

    private void demandCategory(String category) {
        if (!knowledge.now().safety().rules().categories().containsKey(category)) {
            throw new IllegalArgumentException("There is no category " + category + ". Choose one of the list.");
        }
    }
}
