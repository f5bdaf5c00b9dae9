package org.rightdoor.records.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rightdoor.records.OwnDatabase.run;
import static org.rightdoor.records.OwnDatabase.value;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.rightdoor.inquiry.Actor;
import org.rightdoor.records.Family;
import org.rightdoor.records.OwnDatabase;
import org.rightdoor.records.Work;
import org.rightdoor.records.audit.Chains;
import org.rightdoor.routing.RecordClass;
import org.rightdoor.routing.RecordClass.Start;
import org.rightdoor.routing.RetentionRules;

/** From the list that somebody approves to what is left of a case. */
class RunTest {

    private static final Actor OFFICER = new Actor("Dana Records", 7L);

    private final DataSource database = OwnDatabase.withTables();

    RunTest() {
        Family.writes(database, 1, "Ana Reyes", "oak");
        Family.writes(database, 2, "Ben Ode", "oak");
        Family.writes(database, 3, "Cam Diaz", "oak");
    }

    @Test
    void What_was_shown_and_approved_is_deleted_and_nothing_else() {
        run(database, "update inquiry set resolved_at = now() where number = 3");
        var shown = show();
        assertThat(shown.cases()).isEqualTo(2);
        assertThat(approve(shown, shown.digest())).isTrue();
        workOff();
        assertThat(states(shown)).containsExactly("DELETED", "DELETED");
        assertThat(value(database, "select string_agg(subject, '|' order by number) from inquiry"))
                .isEqualTo("||Bus 12 was late for Cam Diaz");
        assertThat(value(database, "select state from retention_run")).isEqualTo("DONE");
        assertThat(value(
                        database,
                        "select string_agg(inquiry_number || record_class || actor, ' ' order by 1) from deletion"))
                .isEqualTo("1generalDana Records 2generalDana Records");
    }

    @Test
    void A_case_that_is_not_due_yet_is_not_listed() {
        assertThat(Work.in(
                                database,
                                connection -> Run.show(connection, schedule(LocalDate.of(2021, 1, 7)), 100, OFFICER))
                        .cases())
                .isZero();
        assertThat(Work.in(
                                database,
                                connection -> Run.show(connection, schedule(LocalDate.of(2023, 1, 8)), 100, OFFICER))
                        .cases())
                .as("the last day of three years")
                .isZero();
        assertThat(Work.in(
                                database,
                                connection -> Run.show(connection, schedule(LocalDate.of(2023, 1, 9)), 100, OFFICER))
                        .cases())
                .isEqualTo(3);
    }

    @Test
    void What_changed_since_the_list_was_shown_is_left_out_and_said_so() {
        var shown = show();
        approve(shown, shown.digest());
        run(database, "update inquiry set status = 'OPEN', resolved_at = null where number = 1");
        hold(2L, null, "");
        run(database, "update inquiry set version = version + 1 where number = 3");
        workOff();
        assertThat(states(shown)).containsExactly("LEFT_OUT", "LEFT_OUT", "LEFT_OUT");
        assertThat(whys(shown).get(0)).contains("opened again");
        assertThat(whys(shown).get(1)).contains("legal hold");
        assertThat(whys(shown).get(2)).contains("changed");
        assertThat(value(database, "select count(*) from deletion")).isEqualTo("0");
    }

    @Test
    void Only_the_list_that_was_seen_is_approved_and_only_once() {
        var shown = show();
        assertThat(approve(shown, "another")).isFalse();
        var newer = show();
        assertThat(approve(shown, shown.digest()))
                .as("a newer list was shown since")
                .isFalse();
        assertThat(approve(newer, newer.digest())).isTrue();
        assertThat(approve(newer, newer.digest())).isFalse();
    }

    @Test
    void After_a_crash_it_goes_on_where_it_was() {
        var shown = show();
        approve(shown, shown.digest());
        Work.in(database, connection -> Run.step(connection, schedule()));
        assertThatThrownBy(() -> Work.in(database, connection -> {
                    Run.step(connection, schedule());
                    throw new IllegalStateException("the power went out");
                }))
                .hasMessage("the power went out");
        assertThat(states(shown)).containsExactly("DELETED", "WAITING", "WAITING");
        workOff();
        assertThat(states(shown)).containsExactly("DELETED", "DELETED", "DELETED");
        assertThat(value(database, "select count(*) from deletion")).isEqualTo("3");
    }

    @Test
    void A_hold_on_a_person_on_words_or_on_a_merged_case_keeps_them() {
        hold(null, 1L, "");
        assertThat(show().cases()).isEqualTo(2);
        hold(null, null, "\"Ben Ode\"");
        assertThat(show().cases()).isEqualTo(1);
        run(database, "update inquiry set merged_into = 3 where number = 1");
        hold(1L, null, "");
        assertThat(show().cases()).isZero();
        releaseAll();
        assertThat(show().cases())
                .as("a case that is part of another goes with that one")
                .isEqualTo(2);
    }

    @Test
    void All_about_a_person_is_what_belongs_to_nobody_else() {
        run(
                database,
                "update contact set person_id = 2 where id = (select max(id) from contact where inquiry_number = 1)");
        assertThat(own(2)).as("writing once in a case makes it not one's own").containsExactly(2L);
        run(database, "update inquiry set person_id = 2, merged_into = 2 where number = 3");
        assertThat(own(2)).as("with what it took in").containsExactly(2L);
        run(database, "update inquiry set merged_into = 1 where number = 2");
        assertThat(own(2)).isEmpty();
        assertThat(own(1)).isEmpty();
    }

    private List<Long> own(long person) {
        return Work.in(database, connection -> People.ownCases(connection, person));
    }

    @Test
    void A_statement_that_was_attached_since_keeps_its_case() {
        var shown = show();
        approve(shown, shown.digest());
        Work.in(database, connection -> {
            KeptCase.attach(connection, 2, "This is not what I said.", OFFICER);
            return null;
        });
        workOff();
        assertThat(states(shown)).containsExactly("DELETED", "LEFT_OUT", "DELETED");
        assertThat(whys(shown).get(1)).contains("changed");
    }

    @Test
    void What_was_merged_twice_is_held_and_goes_with_the_case_at_the_end() {
        run(database, "update inquiry set merged_into = 1 where number = 2");
        run(database, "update inquiry set merged_into = 3 where number = 1");
        assertThat(show().cases()).isEqualTo(1);
        hold(null, 2L, "");
        assertThat(show().cases()).as("a person").isZero();
        assertThatThrownBy(() -> erase(3)).isInstanceOf(Held.class).hasMessageContaining("legal hold");
        releaseAll();
        hold(null, null, "\"Ben Ode\"");
        assertThat(show().cases()).as("words").isZero();
        releaseAll();
        hold(2L, null, "");
        assertThat(show().cases()).as("a number").isZero();
        releaseAll();

        erase(3);
        assertThat(value(database, "select string_agg(text, '') from contact")).isEmpty();
        assertThat(value(database, "select count(*) from deletion")).isEqualTo("3");
    }

    @Test
    void What_was_merged_into_a_case_goes_with_it() {
        run(database, "update inquiry set merged_into = 3, status = 'OPEN' where number = 1");
        assertThatThrownBy(() -> erase(1)).isInstanceOf(Held.class).hasMessageContaining("part of another");
        erase(3);
        assertThat(value(
                        database,
                        "select string_agg(inquiry.subject || text, '') from inquiry join contact on number = inquiry_number"
                                + " where number in (1, 3)"))
                .isEmpty();
        assertThat(value(database, "select count(*) from deletion")).isEqualTo("2");
    }

    @Test
    void A_held_case_cannot_be_deleted_by_decision_either() {
        hold(1L, null, "");
        assertThatThrownBy(() -> erase(1)).isInstanceOf(Held.class).hasMessageContaining("legal hold");
        run(database, "update inquiry set status = 'OPEN' where number = 2");
        assertThatThrownBy(() -> erase(2)).isInstanceOf(Held.class).hasMessageContaining("open");
        run(database, "update reply set state = 'QUEUED' where inquiry_number = 3");
        assertThatThrownBy(() -> erase(3)).isInstanceOf(Held.class).hasMessageContaining("on its way");
    }

    @Test
    void Nothing_of_what_was_said_sent_or_called_is_left_and_every_count_is() {
        run(
                database,
                "insert into case_view (inquiry_number, at, road, staff_id, viewer, reason)"
                        + " values (1, now(), 'SEARCH', 7, 'Robin Lee', 'Ana Reyes suspended')");
        var before = counts();
        erase(1);
        for (var table : value(
                        database,
                        "select string_agg(tablename, ',') from pg_tables where schemaname = 'public'"
                                + " and tablename not in ('flyway_schema_history')")
                .split(",")) {
            assertThat(value(
                            database,
                            "select count(*) from " + table
                                    + " t where t::text ~* 'ana reyes|p1@family|4105550001|token-1|mail-1\\y'"))
                    .as(table)
                    .isEqualTo("0");
        }
        assertThat(value(database, "select count(*) from attachment")).isEqualTo("2");
        assertThat(value(database, "select count(*) from case_words where words @@ 'reyes'"))
                .isEqualTo("0");
        assertThat(value(database, "select count(*) from learned_text")).isEqualTo("2");
        assertThat(counts()).isEqualTo(before);
        assertThat(Chains.firstBreak(database)).isNull();
    }

    @Test
    void Who_has_another_case_keeps_name_and_addresses_for_it() {
        run(
                database,
                "update inquiry set person_id = 1 where number = 2",
                "update contact set person_id = 1 where id = 2");
        erase(1);
        assertThat(value(database, "select name from person where id = 1")).isEqualTo("Ana Reyes");
        assertThat(value(database, "select count(*) from address where person_id = 1"))
                .isEqualTo("2");
        assertThat(value(
                        database,
                        "select p.name from inquiry i join person p on p.id = i.person_id where i.number = 1"))
                .isNull();
    }

    @Test
    void Every_table_that_hangs_on_a_case_or_a_person_is_known_to_the_eraser() {
        var tables = value(
                database,
                """
                with recursive hangs(name) as (
                    select unnest(array['inquiry', 'person'])
                    union select c.conrelid::regclass::text from pg_constraint c join hangs h
                          on c.confrelid = h.name::regclass where c.contype = 'f')
                select string_agg(name, ',' order by name) from hangs where name <> 'person'""");
        assertThat(List.of(tables.split(",")))
                .as("a table with a family's words must be emptied by the Eraser, or stand among what it keeps")
                .allMatch(table -> Eraser.STEPS.containsKey(table) || Eraser.KEPT.contains(table));
    }

    private String counts() {
        return value(
                database,
                """
                select (select string_agg(department || topic || contacts || opened_at || resolved_at, ' ' order by number)
                        from inquiry) || (select count(*) from contact where counts)
                    || (select count(*) from event) || (select string_agg(kind, ' ' order by id) from event)
                    || (select count(*) from reply where not automatic)
                    || (select count(distinct person_id) from inquiry)""");
    }

    private void erase(long number) {
        Work.in(database, connection -> {
            Eraser.erase(connection, number, "decision", "The parent asked for it.", OFFICER);
            return null;
        });
    }

    private void hold(Long number, Long person, String words) {
        Work.in(database, connection -> {
            Hold.place(connection, number, person, words, "Reyes v. District", OFFICER);
            return null;
        });
    }

    private Run show() {
        return Work.in(database, connection -> Run.show(connection, schedule(), 100, OFFICER));
    }

    private boolean approve(Run run, String digest) {
        return Work.in(database, connection -> Run.approve(connection, run.id(), digest, OFFICER));
    }

    private void releaseAll() {
        Work.in(database, connection -> {
            for (var hold : Hold.all(connection)) Hold.release(connection, hold.id(), "settled in court", OFFICER);
            return null;
        });
    }

    private void workOff() {
        while (Work.in(database, connection -> Run.step(connection, schedule()))) continue;
        Work.in(database, connection -> {
            Run.end(connection);
            return null;
        });
    }

    private List<String> states(Run run) {
        return lines(run).stream().map(Run.Line::state).toList();
    }

    private List<String> whys(Run run) {
        return lines(run).stream().map(Run.Line::why).toList();
    }

    private List<Run.Line> lines(Run run) {
        return Work.in(database, connection -> Run.lines(connection, run.id(), 0, 100));
    }

    private static Schedule schedule() {
        return schedule(LocalDate.of(2026, 11, 22));
    }

    private static Schedule schedule(LocalDate today) {
        var general =
                new RecordClass("general", "General", Set.of(), Set.of(), Period.ofYears(3), Start.CLOSED, "Series 1");
        return new Schedule(new RetentionRules(List.of(general)), new SchoolYears(List.of()), ZoneOffset.UTC, today);
    }
}
