package org.rightdoor.records.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rightdoor.records.Family;
import org.rightdoor.records.OwnDatabase;

/** What the application's own role may do where somebody else owns the tables. */
class ApplicationRoleTest {

    private final DataSource owners = OwnDatabase.withTables();
    private final DataSource database;

    ApplicationRoleTest() {
        var role = "app_" + UUID.randomUUID().toString().replace("-", "");
        OwnDatabase.run(owners, "create role " + role + " login", "select grant_application_role('" + role + "')");
        database = OwnDatabase.as(role, owners);
        Family.writes(owners, 1, "Ana Reyes", "oak");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update event set detail = 'x'",
                "delete from event",
                "truncate event",
                "alter table event disable trigger all",
                "drop trigger event_is_kept on event",
                "set session_replication_role = replica",
                "delete from case_view",
                "update disclosure set interest = 'x'",
                "update audit_link set at = now()",
                "insert into audit_tombstone (log, line, deletion_id, before, after) values ('event', 1, 1, '', '')",
                "insert into deletion (inquiry_number, record_class, reason, actor, lines, digest)"
                        + " values (1, '', '', '', 0, '')",
                "create or replace function refuse_to_change_the_audit_trail() returns trigger language plpgsql as"
                        + " 'begin return new; end'",
                "select grant_application_role('public')"
            })
    void The_trail_cannot_be_touched(String attempt) {
        assertThatThrownBy(() -> OwnDatabase.run(database, attempt))
                .rootCause()
                .isInstanceOf(SQLException.class)
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }

    @Test
    void It_is_added_to_and_linked_and_words_go_by_the_one_road() throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            OwnDatabase.run(
                    connection,
                    "insert into event (inquiry_number, at, kind, actor, detail) values (1, now(), 'NOTED', 'Robin', 'x')");
            for (var mark : Chain.marks(connection)) Chain.link(connection, mark);
            OwnDatabase.run(connection, "select erase_words_of_audit_trail(1, 'messages', 'asked for', 'Robin', null)");
            connection.commit();
            assertThat(Chain.firstBreak(connection)).isNull();
        }
        assertThat(OwnDatabase.value(database, "select string_agg(detail, '') from event"))
                .isEmpty();
    }
}
