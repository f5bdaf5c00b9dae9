package org.rightdoor.records.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.rightdoor.records.Family;
import org.rightdoor.records.OwnDatabase;

/** What somebody with all rights on the database can do to the audit trail, and how it is noticed. */
class ChainTest {

    private static final String OFF = "set session_replication_role = replica";

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
        var head = verify(null).substring("The audit trail is whole. It ends with ".length());
        OwnDatabase.run(database, OFF + "; delete from audit_link where first_id > 6; delete from event where id > 6");
        assertThat(verify(null)).startsWith("The audit trail is whole");
        assertThat(verify(head.strip())).contains("its end was cut off");
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

    private String verify(String head) {
        var said = new ByteArrayOutputStream();
        var printed = new PrintStream(said);
        AuditCommand.verify(database, head, printed, printed);
        return said.toString();
    }
}
