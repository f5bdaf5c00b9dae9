package org.rightdoor.inquiry;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.rightdoor.TestStaff.number;
import static org.rightdoor.TestStaff.sql;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.rightdoor.TestDistrict;
import org.rightdoor.intake.Inbound;
import org.rightdoor.intake.Intake;
import org.rightdoor.people.Sender;

@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class RemindBeforePromiseBreaksTest {

    @Inject
    RemindBeforePromiseBreaks reminder;

    @Inject
    Intake intake;

    @Test
    void Whoever_answers_a_case_while_its_promise_breaks_is_waited_for_and_never_thrown_out() throws Throwable {
        var sender = Sender.withEmail("Lee Park", UUID.randomUUID() + "@family.example");
        var late = receive(Inbound.of(Channel.WEB, UUID.randomUUID().toString(), sender, "bus 14 did not come"));
        CompletableFuture<Void> looked;
        try (var colleague = TestDistrict.database().getPostgresDatabase().getConnection();
                var answering = colleague.createStatement()) {
            colleague.setAutoCommit(false);
            // Of two that wait for each other, PostgreSQL throws out the one that asks first whether they do.
            answering.execute("set deadlock_timeout = '10ms'");
            answering.execute("select from inquiry where number = " + late + " for no key update");
            // Its trigger would wait for the colleague, too.
            sql("set session_replication_role = replica; update promise set due_at = now() - interval '1 minute'"
                    + " where inquiry_number = " + late);
            looked = CompletableFuture.runAsync(this::look);
            await().atMost(ofSeconds(20)).until(() -> number(WAITING, backend(answering)) > 0);
            answering.executeUpdate("update promise set department = department where inquiry_number = " + late);
            colleague.commit();
        }
        looked.get(20, TimeUnit.SECONDS);
        assertThat(number("select count(*) from event where inquiry_number = ? and kind = 'PROMISE_BROKEN'", late))
                .isPositive();
    }

    private static final String WAITING =
            """
            select count(*) from pg_stat_activity
            where ? = any(pg_blocking_pids(pid)) and query not like '%measure_due%'""";

    private void look() {
        try {
            VertxContextSupport.subscribeAndAwait(reminder::look);
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static int backend(Statement statement) throws SQLException {
        try (var rows = statement.executeQuery("select pg_backend_pid()")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private long receive(Inbound message) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> intake.receive(message))
                .number();
    }
}
