package org.rightdoor.inquiry;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.Database;
import org.rightdoor.calendar.CurrentCalendar;

/** When the calendar or the promises change, running promises get their new dates, and each case says so. */
@ApplicationScoped
public class MovePromises {

    private static final int AT_ONCE = 500;

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    CurrentCalendar calendar;

    @Inject
    InquiryClock clock;

    @Inject
    Inquiries inquiries;

    private volatile Instant seen;

    // Each replica sees the change; whoever comes first to a case moves it, and the others find nothing to move.
    @Scheduled(every = "3s", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = Database.NotReady.class)
    Uni<Void> moveAfterChange() {
        var change = calendar.changedAt();
        if (change.equals(seen)) return Uni.createFrom().voidItem();
        return moveFrom(0).invoke(() -> seen = change);
    }

    private Uni<Void> moveFrom(long after) {
        return open(after).chain(cases -> {
            if (cases.isEmpty()) return Uni.createFrom().voidItem();
            var moving = cases.stream()
                    .filter(this::moves)
                    .map(inquiry -> inquiry.number)
                    .toList();
            return Multi.createFrom()
                    .iterable(moving)
                    .onItem()
                    .transformToUniAndConcatenate(this::move)
                    .collect()
                    .last()
                    .chain(() -> moveFrom(cases.get(cases.size() - 1).number));
        });
    }

    private Uni<List<Inquiry>> open(long after) {
        return sessions.withSession(session -> session.createSelectionQuery(
                        "from Inquiry where status = OPEN and number > :after order by number", Inquiry.class)
                .setParameter("after", after)
                .setMaxResults(AT_ONCE)
                .getResultList());
    }

    /** Tried on a copy that is never stored: most cases keep their dates, and none of those has to be locked. */
    private boolean moves(Inquiry copy) {
        var answer = copy.answerDueAt;
        var resolution = copy.resolutionDueAt;
        clock.keepTime(copy);
        return !same(answer, copy.answerDueAt) || !same(resolution, copy.resolutionDueAt);
    }

    private Uni<Inquiry> move(long number) {
        return sessions.withTransaction(session -> inquiries
                .lock(number)
                .call(inquiry -> {
                    var before = inquiry.answerDueAt;
                    clock.keepTime(inquiry);
                    if (before == null || inquiry.answerDueAt == null || same(before, inquiry.answerDueAt)) {
                        return Uni.createFrom().voidItem();
                    }
                    var event = Event.of(Event.Kind.PROMISE_MOVED, Actor.RIGHTDOOR, inquiry.answerDueAt.toString());
                    event.inquiryNumber = number;
                    return session.persist(event);
                })
                .call(inquiry -> session.flush().chain(() -> begin(session, number))));
    }

    /** A promise that is due later after all was not broken, and its reminder comes in its time. */
    private static Uni<Integer> begin(Mutiny.Session session, long number) {
        return session.createMutationQuery(
                        """
                        update Promise set brokenAt = null, remindedAt = null
                        where inquiryNumber = :number and endedAt is null and kind <> FOLLOW_UP and dueAt > :now""")
                .setParameter("number", number)
                .setParameter("now", Instant.now())
                .executeUpdate();
    }

    // The database keeps microseconds.
    private static boolean same(Instant a, Instant b) {
        return a == null || b == null ? Objects.equals(a, b) : Math.abs(ChronoUnit.MILLIS.between(a, b)) < 1_000;
    }
}
