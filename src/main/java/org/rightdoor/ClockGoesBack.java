package org.rightdoor;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.scheduler.Trigger;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.reflect.Field;
import java.time.Duration;
import java.time.ZonedDateTime;

/**
 * Lets jobs go on when the machine's clock is set back. Quarkus' scheduler reckons by that clock: a job that ran at nine rests
 * until it is nine again, and for as long no reply leaves.
 */
@ApplicationScoped
class ClockGoesBack {

    private static final Duration LOOKS_EVERY = Duration.ofSeconds(1);

    /** Clocks that are kept right are moved by less. */
    private static final Duration NOTICED_FROM = Duration.ofSeconds(5);

    @Inject
    Scheduler scheduler;

    @Inject
    Vertx vertx;

    private long ahead;

    void watch(@Observes Database.Ready ready) {
        ahead = aheadOfUptime();
        vertx.setPeriodic(LOOKS_EVERY.toMillis(), timer -> look());
    }

    private void look() {
        var now = aheadOfUptime();
        var back = Duration.ofMillis(ahead - now);
        ahead = now;
        if (back.compareTo(NOTICED_FROM) < 0) return;
        Log.warnf("The clock went back by %d s; jobs go on at once", back.toSeconds());
        moveJobs(back);
    }

    /** Every job ran as much earlier. */
    void moveJobs(Duration back) {
        for (var job : scheduler.getScheduledJobs()) {
            try {
                var field = lastFireTime(job);
                if (field.get(job) instanceof ZonedDateTime last) field.set(job, last.minus(back));
            } catch (ReflectiveOperationException changed) {
                Log.error("Jobs may rest until the clock is where it was; restart", changed);
                return;
            }
        }
    }

    // There is no other way: a job that has an annotation cannot be scheduled anew.
    private static Field lastFireTime(Trigger job) throws NoSuchFieldException {
        var field = job.getClass().getSuperclass().getDeclaredField("lastFireTime");
        field.setAccessible(true);
        return field;
    }

    private static long aheadOfUptime() {
        return System.currentTimeMillis() - System.nanoTime() / 1_000_000;
    }
}
