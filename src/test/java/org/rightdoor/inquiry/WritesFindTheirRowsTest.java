package org.rightdoor.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightdoor.TestStaff.sql;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rightdoor.TestDistrict;
import org.rightdoor.intake.Inbound;
import org.rightdoor.intake.Intake;
import org.rightdoor.people.Sender;

/** What the triggers do with one case finds its rows by an index, so that it takes no longer among a million. */
@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class WritesFindTheirRowsTest {

    /** Where all others may be found by an index, PostgreSQL reads only those whole that cannot. */
    private static final String READ_WHOLE =
            """
            select relname from pg_stat_xact_user_tables
            where seq_scan > 0 and relname not in ('webhook', 'district_clock') -- of a few rows
            order by 1""";

    @Inject
    Intake intake;

    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                insert into contact (inquiry_number, person_id, channel, external_id, text, at, counts)
                select number, person_id, 'WEB', 'again ' || number, 'bus 14 is late again', now(), true from inquiry where number = ?""",
                """
                insert into reply (inquiry_number, channel, address, text, author, automatic, code, state, attempts, created_at, next_try_at)
                select number, 'EMAIL', 'ana@family.example', 'it comes', 'Dana', false, false, 'QUEUED', 0, now(), now() from inquiry where number = ?""",
                "insert into event (inquiry_number, kind, at, actor, detail) select number, 'NOTED', now(), 'Dana', 'called them' from inquiry where number = ?",
                "update inquiry set status = 'RESOLVED' where number = ?",
                "update inquiry set department = 'nutrition' where number = ?",
                "update inquiry set merged_into = null where number = ?"
            })
    void What_happens_to_a_case_reads_no_table_whole(String statement) throws Throwable {
        var one = ask();
        sql("update inquiry set merged_into = ? where number = ?", ask(), one);

        try (var connection = TestDistrict.database().getPostgresDatabase().getConnection()) {
            connection.setAutoCommit(false);
            run(connection, "set local enable_seqscan = off");
            try (var written = connection.prepareStatement(statement)) {
                written.setLong(1, one);
                assertThat(written.executeUpdate()).isEqualTo(1);
            }
            run(connection, "set constraints all immediate");
            assertThat(readWhole(connection)).isEmpty();
            connection.rollback();
        }
    }

    private long ask() throws Throwable {
        var sender = Sender.withEmail("Ana Ruiz", UUID.randomUUID() + "@family.example");
        var message = Inbound.of(Channel.WEB, UUID.randomUUID().toString(), sender, "bus 14 did not come");
        return VertxContextSupport.subscribeAndAwait(() -> intake.receive(message))
                .number();
    }

    private static void run(Connection connection, String statement) throws SQLException {
        try (var prepared = connection.createStatement()) {
            prepared.execute(statement);
        }
    }

    private static List<String> readWhole(Connection connection) throws SQLException {
        var names = new ArrayList<String>();
        try (var query = connection.createStatement();
                var rows = query.executeQuery(READ_WHOLE)) {
            while (rows.next()) names.add(rows.getString(1));
        }
        return names;
    }
}
