package org.rightdoor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * While a new version starts, the one before it works on the same tables. So a migration adds (expand), and what nothing uses
 * any more goes a version later (contract), with a line that says so: {@code -- contracts: what, unused since which version}.
 */
class MigrationsTest {

    /** What the version before would stumble over, in statements that change tables that exist. */
    private static final List<Pattern> TAKES_AWAY = Stream.of(
                    "drop\\s+(table|column|view|function|type|schema)",
                    "\\brename\\b",
                    "alter\\s+column\\s+\\w+\\s+(set\\s+data\\s+)?type\\b",
                    "alter\\s+column\\s+\\w+\\s+set\\s+not\\s+null",
                    "add\\s+column\\s+\\w+\\s+(?![^,;]*\\bdefault\\b)[^,;]*\\bnot\\s+null")
            .map(text -> Pattern.compile(text, Pattern.CASE_INSENSITIVE))
            .toList();

    private static final Pattern NOTE = Pattern.compile("(?m)^-- contracts: \\S.{10,}");

    /** Before the first release there was no version before. */
    private static final int FIRST_RELEASE = 100;

    static Stream<Path> migrations() throws IOException {
        return Files.list(Path.of("src/main/resources/db/migration")).sorted();
    }

    @ParameterizedTest
    @MethodSource("migrations")
    void A_migration_takes_nothing_away_that_the_version_before_uses_or_says_why_it_may(Path file) throws IOException {
        var number = Integer.parseInt(file.getFileName().toString().substring(1, 4));
        var sql = Files.readString(file);
        assertThat(number < FIRST_RELEASE || NOTE.matcher(sql).find() || !takesAway(sql))
                .as(file + " takes away what the version before may use; see MigrationsTest")
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table inquiry drop column school;",
                "drop table draft;",
                "alter table inquiry rename column school to campus;",
                "alter table inquiry alter column school set not null;",
                "alter table inquiry alter column number type text;",
                "alter table inquiry add column campus text not null;"
            })
    void What_the_version_before_would_stumble_over_is_noticed(String sql) {
        assertThat(takesAway(sql)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table inquiry add column campus text;",
                "alter table inquiry add column campus text not null default '';",
                "create table visit (id bigint primary key, note text not null);",
                "create index visit_note on visit (note);",
                "drop index visit_note;"
            })
    void What_only_adds_is_fine(String sql) {
        assertThat(takesAway(sql)).isFalse();
    }

    private static boolean takesAway(String sql) {
        var bare = sql.replaceAll("--[^\n]*", "");
        return Stream.of(bare.split(";"))
                .filter(statement -> !statement.strip().toLowerCase().startsWith("create"))
                .anyMatch(statement -> TAKES_AWAY.stream()
                        .anyMatch(pattern -> pattern.matcher(statement + ";").find()));
    }
}
