package org.rightdoor.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import org.hibernate.exception.GenericJDBCException;
import org.junit.jupiter.api.Test;

class OutageTest {

    @Test
    void A_refused_connection_is_an_outage_however_deep_it_lies() {
        var failure = new CompletionException(new RuntimeException(new ConnectException("Connection refused")));
        assertThat(Outage.isBehind(failure, true)).isTrue();
    }

    @Test
    void A_connection_that_breaks_in_the_middle_of_a_request_is_an_outage() {
        assertThat(Outage.isBehind(new SocketException("Connection reset"), true))
                .isTrue();
        assertThat(Outage.isBehind(new RuntimeException(new IOException("Connection reset by peer")), true))
                .isTrue();
    }

    @Test
    void A_server_that_starts_or_stops_is_an_outage_and_a_broken_rule_is_not() {
        assertThat(Outage.isBehind(postgres("57P03"), true)).isTrue();
        assertThat(Outage.isBehind(postgres("08006"), true)).isTrue();
        assertThat(Outage.isBehind(postgres("25006"), true)).isTrue();
        assertThat(Outage.isBehind(postgres("53100"), true)).isTrue();
        assertThat(Outage.isBehind(postgres("23505"), true)).isFalse();
    }

    @Test
    void What_Hibernate_makes_of_a_full_disk_is_an_outage_too() {
        var full = new SQLException("could not extend file: No space left on device", "53100");
        assertThat(Outage.isBehind(new GenericJDBCException("error executing SQL statement", full), true))
                .isTrue();
        assertThat(Outage.isBehind(
                        new GenericJDBCException("error executing SQL statement", new SQLException("no", "23505")),
                        true))
                .isFalse();
    }

    @Test
    void A_statement_that_was_ended_for_its_time_is_no_fault_of_ours() {
        assertThat(Outage.isBehind(postgres("57014"), true)).isTrue();
        assertThat(Outage.isBehind(postgres("55P03"), true)).isTrue();
        assertThat(Outage.isBehind(postgres("40P01"), true)).isTrue();
        assertThat(Outage.isBehind(postgres("25P03"), true)).isTrue();
        assertThat(Outage.isBehind(new RuntimeException(new SQLException("too long", "57014")), true))
                .isTrue();
    }

    @Test
    void A_missing_table_is_an_outage_only_until_the_tables_have_been_made() {
        assertThat(Outage.isBehind(postgres("42P01"), false)).isTrue();
        assertThat(Outage.isBehind(postgres("42P01"), true)).isFalse();
    }

    @Test
    void Our_own_mistakes_are_no_outage() {
        assertThat(Outage.isBehind(new IllegalStateException("The case is open already."), true))
                .isFalse();
    }

    private static PgException postgres(String state) {
        return new PgException("no", "ERROR", state, null);
    }
}
