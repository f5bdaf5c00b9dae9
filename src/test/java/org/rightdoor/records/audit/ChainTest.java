package org.rightdoor.records.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rightdoor.records.Family;
import org.rightdoor.records.OwnDatabase;
import org.rightdoor.records.audit.AuditCommand.Proof;

/** What somebody with all rights on the database can do to the audit trail, and how it is noticed. */
class ChainTest {

    private static final String OFF = "set session_replication_role = replica";

    @TempDir
    Path folder;

    private final DataSource database = OwnDatabase.withTables();

    ChainTest() throws SQLException {
        Family.writes(database, 1, "Ana Reyes", "oak");
        Family.writes(database, 2, "Ben Ode", "oak");
        link(0);
    }

    @Test
    void An_untouched_trail_is_whole() throws SQLException {
        assertThat(broken()).isNull();
        Family.writes(database, 3, "Cam Diaz", "oak");
        assertThat(broken()).isNull();
        link(1);
        assertThat(broken()).isNull();
    }

    @Test
    void A_removed_line_is_named() throws SQLException {
        OwnDatabase.run(database, OFF + "; delete from event where id = 2");
        assertThat(broken()).contains("event").endsWith("missing 2");
    }

    @Test
    void The_removal_of_the_last_line_is_noticed() throws SQLException {
        OwnDatabase.run(database, OFF + "; delete from event where id = 6");
        assertThat(broken()).endsWith("missing 6");
    }

    @Test
    void A_changed_line_is_noticed() throws SQLException {
        OwnDatabase.run(database, OFF + "; update event set actor = 'Somebody else' where id = 3");
        assertThat(broken()).contains("event, lines 1 to 6").contains("was changed");
    }

    @Test
    void A_line_added_afterwards_is_named_even_where_a_number_was_free() throws SQLException {
        OwnDatabase.run(database, "select setval(pg_get_serial_sequence('event', 'id'), 20)");
        Family.writes(database, 4, "Dee Park", "oak");
        link(1);
        OwnDatabase.run(
                database,
                "insert into event (id, inquiry_number, at, kind, actor) values (15, 1, now(), 'NOTED', 'Nobody')");
        assertThat(broken()).contains("lines 7 to 23").endsWith("added afterwards 15");
    }

    @Test
    void A_forged_link_is_noticed_by_the_next_one() throws SQLException {
        Family.writes(database, 5, "Eli Fox", "oak");
        link(1);
        OwnDatabase.run(
                database,
                OFF + "; update event set actor = 'Somebody else' where id = 1;"
                        + " update audit_link set digest = (select sha256(string_agg(int8send(id) || audit_digest(e), ''::bytea"
                        + " order by id)) from event e where id <= 6) where log = 'event' and first_id = 1");
        assertThat(broken()).contains("lines 7 to 9").contains("the link before");
    }

    @Test
    void Words_go_by_one_road_and_their_line_and_tombstones_keep_the_chain() throws SQLException {
        OwnDatabase.run(database, "select erase_words_of_audit_trail(1, 'messages', 'asked for', 'Robin Lee', 7)");
        assertThat(OwnDatabase.value(database, "select string_agg(detail, '') from event where inquiry_number = 1"))
                .isEmpty();
        assertThat(OwnDatabase.value(database, "select lines from deletion")).isEqualTo("1");
        assertThat(broken()).isNull();
        link(1);
        assertThat(broken()).isNull();
        OwnDatabase.run(database, OFF + "; update event set detail = 'other words' where id = 2");
        assertThat(broken()).contains("changed after its words were deleted 2");
    }

    @Test
    void A_tombstone_that_no_deletion_left_is_noticed() throws SQLException {
        OwnDatabase.run(
                database,
                "insert into audit_tombstone (log, line, deletion_id, before, after) select 'event', id, 99,"
                        + " audit_digest(e), audit_digest(jsonb_populate_record(e, '{\"detail\": \"x\"}')) from event e"
                        + " where id = 2",
                "update event set detail = 'x' where id = 2");
        assertThat(broken()).isEqualTo("deletion 99: its tombstones are not those it left");
    }

    @Test
    void The_application_itself_cannot_change_or_delete_a_line() {
        for (var attempt : new String[] {
            "update event set detail = 'x' where id = 2",
            "delete from event where id = 2",
            "truncate event cascade",
            "truncate inquiry cascade"
        }) {
            assertThatThrownBy(() -> OwnDatabase.run(database, attempt))
                    .as(attempt)
                    .hasRootCauseInstanceOf(SQLException.class)
                    .rootCause()
                    .hasMessageContaining("is only added to");
        }
    }

    @Test
    void A_chain_whose_end_was_cut_off_no_longer_holds_its_head() throws SQLException {
        Family.writes(database, 6, "Fay Gil", "oak");
        link(1);
        var said = verify(List.of()).lines().toList();
        var head = said.get(0).substring("The audit trail is whole. It ends with ".length());
        OwnDatabase.run(database, OFF + "; delete from audit_link where first_id > 6; delete from event where id > 6");
        assertThat(verify(List.of())).startsWith("The audit trail is whole");
        assertThat(verify(List.of(head))).contains("its end was cut off");
    }

    @Test
    void What_runs_while_it_is_marked_is_waited_for() throws SQLException {
        try (var slow = database.getConnection();
                var linking = database.getConnection()) {
            slow.setAutoCommit(false);
            OwnDatabase.run(
                    slow, "insert into event (inquiry_number, at, kind, actor) values (1, now(), 'RESOLVED', 'Slow')");
            OwnDatabase.run(
                    database,
                    "insert into event (inquiry_number, at, kind, actor) values (1, now(), 'REOPENED', 'Quick')");
            linking.setAutoCommit(false);
            var marks = Chain.marks(linking);
            assertThat(Chain.link(linking, marks.get(0))).isZero();
            linking.commit();
            slow.commit();
            assertThat(Chain.link(linking, marks.get(0))).isOne();
            linking.commit();
        }
        assertThat(broken()).isNull();
    }

    @Test
    void More_lines_than_one_link_holds_make_several() throws SQLException {
        OwnDatabase.run(
                database,
                "insert into event (inquiry_number, at, kind, actor) select 1, now(), 'NOTED', 'Robin'"
                        + " from generate_series(1, 1200)");
        link(3);
        assertThat(broken()).isNull();
        OwnDatabase.run(database, OFF + "; delete from event where id in (700, 701, 900)");
        assertThat(broken()).endsWith("missing 700-701, 900");
    }

    private void link(int atLeast) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            int links = 0;
            for (var mark : Chain.marks(connection)) links += Chain.link(connection, mark);
            connection.commit();
            assertThat(links).isGreaterThanOrEqualTo(atLeast);
        }
    }

    private String broken() throws SQLException {
        try (var connection = database.getConnection()) {
            return Chain.firstBreak(connection);
        }
    }

    @Test
    void An_anchor_holds_while_lines_are_added_and_tells_of_every_log_whose_end_was_cut_off() throws Exception {
        OwnDatabase.run(
                database,
                "insert into case_view (inquiry_number, at, road, viewer) values (1, now(), 'PAGE', 'Robin')");
        link(1);
        var anchor = verify(List.of()).lines().toList().get(1);
        var kept = folder.resolve("kept.log");
        Files.writeString(kept, "2026-11-22 14:00 INFO " + anchor + "\nanother line of a log\n");
        Family.writes(database, 7, "Gus Hall", "oak");
        link(1);
        assertThat(verify(List.of("--anchor", kept.toString()))).startsWith("The audit trail is whole");
        OwnDatabase.run(database, OFF + "; delete from audit_link where log = 'case_view'; delete from case_view");
        assertThat(verify(List.of())).startsWith("The audit trail is whole");
        assertThat(verify(List.of("--anchor", kept.toString()))).contains("case_view", "cut off");
    }

    @Test
    void An_anchor_that_was_changed_or_is_not_signed_is_refused() {
        var key = "another machine's key";
        var signed = verify(new Proof(null, null, key)).lines().toList().get(1);
        assertThat(verify(new Proof(null, signed, key))).startsWith("The audit trail is whole");
        assertThat(verify(new Proof(null, signed.replace("audit-anchor 2", "audit-anchor 3"), key)))
                .contains("was changed");
        assertThat(verify(new Proof(null, signed.substring(0, signed.indexOf(" signed")), key)))
                .contains("not signed");
        assertThat(verify(new Proof(null, "audit-anchor of nothing", null))).contains("no anchor");
        assertThatThrownBy(() -> verify(new Proof(null, null, "short"))).hasMessageContaining("at least 16");
    }

    private String verify(List<String> words) {
        return verify(Proof.of(words, null));
    }

    private String verify(Proof proof) {
        var said = new ByteArrayOutputStream();
        var printed = new PrintStream(said);
        AuditCommand.verify(database, proof, printed, printed);
        return said.toString();
    }
}
