package org.rightdoor.safety;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.Database;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.calendar.CurrentCalendar;
import org.rightdoor.inquiry.Actor;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.people.Staff;

/** Calls the first person of an alert at once, and the next one each time the one before has kept silent for too long. */
@ApplicationScoped
public class CallTheNextPerson {

    /** One replica takes the step; the others find it taken. */
    private static final String STEP =
            """
            update Alert set step = step + 1, nextStepAt = :next
            where id = :id and step = :step and acknowledgedAt is null""";

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    CurrentKnowledge knowledge;

    @Inject
    CurrentCalendar calendar;

    @Inject
    Rotas rotas;

    @Inject
    Alerts alerts;

    @Scheduled(every = "2s", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = Database.NotReady.class)
    Uni<Void> look() {
        return callAt(Instant.now());
    }

    /** Takes every step that is due by then. */
    Uni<Void> callAt(Instant now) {
        return due(now).chain(due -> due.isEmpty()
                ? Uni.createFrom().voidItem()
                : rotas.now().chain(rota -> Multi.createFrom()
                        .iterable(due)
                        .onItem()
                        .transformToUniAndConcatenate(alert -> call(alert, rota, now))
                        .onItem()
                        .ignoreAsUni()));
    }

    private Uni<List<Alert>> due(Instant now) {
        return sessions.withSession(session -> session.createSelectionQuery(
                        "from Alert where nextStepAt <= :now and acknowledgedAt is null order by nextStepAt",
                        Alert.class)
                .setParameter("now", now)
                .setMaxResults(100)
                .getResultList());
    }

    private Uni<Void> call(Alert alert, Rota rota, Instant now) {
        var district = knowledge.now().rules().district();
        var open = calendar.now().openHours(district.fallbackDepartment()).isOpen(now);
        var road = rota.road(alert.category, open, now, district.timeZone());
        return sessions.withTransaction(session -> session.createMutationQuery(STEP)
                .setParameter("next", road.next(alert.at, now))
                .setParameter("id", alert.id)
                .setParameter("step", alert.step)
                .executeUpdate()
                .chain(taken -> {
                    if (taken == 0) return Uni.createFrom().voidItem();
                    return called(session, alert)
                            .map(road::next)
                            .chain(person -> person == null
                                    ? alerts.record(
                                            session, alert, "nobody is named, so nobody was called.", Actor.RIGHTDOOR)
                                    : session.find(Staff.class, person).chain(staff -> tell(session, alert, staff)));
                }));
    }

    /** Who was called so far; each call goes out by e-mail, and some by text too. */
    private static Uni<List<Long>> called(Mutiny.Session session, Alert alert) {
        return session.createSelectionQuery(
                        "select staffId from AlertNotice where alertId = :alert and channel = EMAIL order by id",
                        Long.class)
                .setParameter("alert", alert.id)
                .getResultList();
    }

    private Uni<Void> tell(Mutiny.Session session, Alert alert, Staff staff) {
        var notices = new ArrayList<AlertNotice>();
        if (staff.phone != null) notices.add(AlertNotice.of(alert, staff.id, Channel.SMS, staff.phone));
        notices.add(AlertNotice.of(alert, staff.id, Channel.EMAIL, staff.email));
        var called = staff.name + " was called" + (staff.phone == null ? " by e-mail." : " by text and e-mail.");
        return session.persistAll(notices.toArray())
                .chain(() -> name(session, alert, staff))
                .chain(() -> alerts.record(session, alert, called, Actor.RIGHTDOOR));
    }

    /** Who is called may see the case, whosever it is. */
    private static Uni<Void> name(Mutiny.Session session, Alert alert, Staff staff) {
        if (alert.inquiryNumber == null) return Uni.createFrom().voidItem();
        return session.createNativeQuery(
                        """
                        insert into named_on_case (inquiry_number, staff_id, named_by) values (:number, :staff, 'RightDoor')
                        on conflict do nothing""")
                .setParameter("number", alert.inquiryNumber)
                .setParameter("staff", staff.id)
                .executeUpdate()
                .replaceWithVoid();
    }
}
