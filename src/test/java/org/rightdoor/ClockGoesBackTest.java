package org.rightdoor;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
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
        var hourly = scheduler.getScheduledJobs().stream()
                .filter(job -> job.getId().contains("SendDeliveries"))
                .filter(job -> Duration.between(job.getPreviousFireTime(), job.getNextFireTime())
                        .equals(Duration.ofHours(1)))
                .findFirst()
                .orElseThrow();
        var before = hourly.getPreviousFireTime();
        clock.moveJobs(Duration.ofMinutes(5));
        assertThat(hourly.getPreviousFireTime()).isEqualTo(before.minus(Duration.ofMinutes(5)));
    }
}
