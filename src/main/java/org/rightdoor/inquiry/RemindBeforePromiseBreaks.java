package org.rightdoor.inquiry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongFunction;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.Database;
import org.rightdoor.calendar.CurrentCalendar;
import org.rightdoor.calendar.Promise;
import org.rightdoor.calendar.Promises;

/** Says so on the case while a promise can still be kept, and again when it is broken. Any number of replicas may run. */
@ApplicationScoped
public class RemindBeforePromiseBreaks {

    /** In open time; a promise that was shorter is called near when half of it is over. */
    private static final Duration NEAR = Duration.ofHours(2);

    /** No weekend with a holiday is longer, so nothing near lies beyond. */
    private static final Duration AHEAD = Duration.ofDays(16);

    private static final int AT_ONCE = 1_000;

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    CurrentCalendar calendar;

    @Inject
    Promises promises;

    @Inject
    Inquiries inquiries;

    @Inject
    Merges merges;

    @Inject
    MeterRegistry meters;

    @Scheduled(every = "20s", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = Database.NotReady.class)
    Uni<Void> look() {
        var now = Instant.now();
        return promises.toLookAt(now, now.plus(AHEAD), AT_ONCE).chain(all -> Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(promise -> look(promise, now))
                .collect()
                .last()
                .replaceWithVoid());
    }

    private Uni<Void> look(Promise promise, Instant now) {
        if (promise.isLate(now)) {
            return say(promise, Event.Kind.PROMISE_BROKEN, promises::claimBreach)
                    .invoke(said -> {
                        if (said) count(promise);
                    })
                    .replaceWithVoid();
        }
        return isNear(promise, now)
                ? say(promise, Event.Kind.PROMISE_NEAR, promises::claimReminder).replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    private boolean isNear(Promise promise, Instant now) {
        var hours = calendar.now().openHours(promise.department);
        var left = hours.openTime(now, promise.dueAt);
        var half = hours.openTime(promise.madeAt, promise.dueAt).dividedBy(2);
        return left.compareTo(half.compareTo(NEAR) < 0 ? half : NEAR) <= 0;
    }

    // The case before its promise, as whoever answers takes them: the other way round, each would wait for the other.
    private Uni<Boolean> say(Promise promise, Event.Kind kind, LongFunction<Uni<Boolean>> claim) {
        return sessions.withTransaction(session -> inquiries
                .lock(promise.inquiryNumber)
                .chain(() -> claim.apply(promise.id))
                .call(claimed -> claimed
                        ? note(session, promise, kind)
                        : Uni.createFrom().voidItem()));
    }

    private Uni<Void> note(Mutiny.Session session, Promise promise, Event.Kind kind) {
        var detail = promise.text.isEmpty() ? promise.dueAt.toString() : promise.text;
        var event = Event.of(kind, Actor.RIGHTDOOR, detail);
        return merges.survivorOf(promise.inquiryNumber)
                .invoke(survivor -> event.inquiryNumber = survivor)
                .chain(() -> session.persist(event));
    }

    private void count(Promise promise) {
        broken(promise.kind, promise.department, meters).increment();
    }

    /** Counts the promises of that kind which the department did not keep. */
    public static Counter broken(Promise.Kind kind, String department, MeterRegistry meters) {
        return meters.counter("rightdoor.promises.broken", "kind", kind.name(), "department", department);
    }
}
