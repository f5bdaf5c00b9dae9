package org.rightdoor.faults;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rightdoor.RunningApplication;

/** One of two replicas is replaced by a new process while families write; nobody notices. */
class RollingUpgradeIT {

    /** Twilio gets an answer within a second, on a slow machine this one; the work goes on, and is done when it comes again. */
    private static final String ASKED_AGAIN = "503: It could not be stored just now. Send it again.";

    @TempDir
    Path directory;

    @Test
    void A_replica_is_replaced_under_load_without_a_failed_request() throws Exception {
        try (var stage = new Stage(directory.resolve("one"), directory.resolve("postgres"))) {
            var old = stage.application;
            stage.more.put("QUARKUS_SHUTDOWN_DELAY", "PT2S");
            stage.more.put("RIGHTDOOR_LOG_JSON", "true");
            stage.more.put("RIGHTDOOR_LOG_ROAD", "INFO");
            try (var leaving = stage.another(directory.resolve("two")).untilReady();
                    var balancer = new LoadBalancer(old, leaving)) {
                var families = Families.writing(4, balancer::port);
                await().atMost(60, SECONDS).until(() -> families.acknowledged.size() > 20);

                try (var next = stage.another(directory.resolve("three")).untilReady()) {
                    balancer.add(next);
                    await().atMost(10, SECONDS).until(() -> balancer.readiness(next) == 200);
                    var gone = CompletableFuture.runAsync(() -> stop(leaving));
                    // It says so before it goes, and answers until everybody has heard it.
                    await().pollInterval(Duration.ofMillis(20))
                            .atMost(10, SECONDS)
                            .until(() -> balancer.readiness(leaving) == 503);
                    assertThat(leaving.isAlive()).isTrue();
                    gone.get(40, SECONDS);
                    var before = families.acknowledged.size();
                    await().atMost(60, SECONDS).until(() -> families.acknowledged.size() > before + 20);
                    families.stop();

                    System.out.printf(
                            "rolling upgrade: %d messages acknowledged, %d requests failed%n",
                            families.acknowledged.size(), balancer.failed.get());
                    assertThat(families.told.keySet()).isSubsetOf(ASKED_AGAIN);
                    for (var replica : List.of(old, leaving, next))
                        assertThat(replica.output()).doesNotContain("could not be stored");
                    logsOneObjectALine(next);
                    assertThat(balancer.failed).hasValue(0);
                    assertThat(stage.lost(families.acknowledged)).isZero();
                    assertThat(stage.stuck(Duration.ofSeconds(40))).isZero();
                    assertThat(stage.twice()).isZero();
                    assertThat(stage.database.count("select count(*) from reply where error like 'May not%'"))
                            .isZero();
                    leavesAsSoonAsEverybodyHasHisAnswer(next, stage);
                }
            }
        }
    }

    /** No balancer: they keep writing to the one that is told to stop. */
    private static void leavesAsSoonAsEverybodyHasHisAnswer(RunningApplication replica, Stage stage) throws Exception {
        var families = Families.writing(6, () -> replica.port);
        await().atMost(60, SECONDS).until(() -> families.acknowledged.size() > 20);
        var since = System.nanoTime();
        replica.stop();
        var took = Duration.ofNanos(System.nanoTime() - since);
        families.interrupt();

        System.out.printf("stopped under load after %d ms; families were told %s%n", took.toMillis(), families.told);
        assertThat(took).isLessThan(Duration.ofSeconds(15));
        // Who rings in the moment in which the door is locked is not heard.
        assertThat(families.told.getOrDefault("no answer", 0)).isLessThanOrEqualTo(1);
        assertThat(stage.lost(families.acknowledged)).isZero();
    }

    /** With the mark of the message, which leads from the webhook to the reply. */
    private static void logsOneObjectALine(RunningApplication replica) throws IOException {
        var json = new ObjectMapper();
        assertThat(replica.output().lines().filter(line -> line.contains("SMS taken")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(
                                json.readTree(line).at("/mdc/message").asText())
                        .matches("[0-9a-f]{12}"));
    }

    private static void stop(RunningApplication replica) {
        try {
            replica.stop();
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }
}
