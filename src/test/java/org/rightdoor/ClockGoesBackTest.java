package org.rightdoor;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.scheduler.Scheduler;
import io.quarkus.scheduler.Trigger;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class ClockGoesBackTest {

    @Inject
    ClockGoesBack clock;

    @Inject
    Scheduler scheduler;

    /** That a clock which is really set back is noticed, {@code FAULTS=clock bench/faults/run.sh} shows. */
    @Test
    void Every_job_ran_as_much_earlier() {
        await().atMost(20, SECONDS).until(() -> jobs().findAny().isPresent());
        var job = jobs().findAny().orElseThrow();
        var before = job.getPreviousFireTime();
        clock.moveJobs(Duration.ofMinutes(5));
        assertThat(job.getPreviousFireTime()).isEqualTo(before.minus(Duration.ofMinutes(5)));
    }

    /** Those that run so seldom that none runs meanwhile, and have run. */
    private Stream<Trigger> jobs() {
        return scheduler.getScheduledJobs().stream()
                .filter(job -> job.getPreviousFireTime() != null)
                .filter(job -> Duration.between(job.getPreviousFireTime(), job.getNextFireTime())
                                .compareTo(Duration.ofMinutes(30))
                        > 0);
    }
}
