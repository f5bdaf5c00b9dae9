package org.rightdoor.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightdoor.calendar.MapleCalendar.at;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rightdoor.routing.Faults;
import org.rightdoor.routing.LocalText;
import org.rightdoor.routing.Priority;
import org.rightdoor.routing.RoutingRules;
import org.rightdoor.routing.SmallDistrict;
import org.rightdoor.understand.Reading.Kind;

class PromiseRulesTest {

    static final Path SHIPPED = Path.of("routing-rules");

    SchoolCalendar calendar = MapleCalendar.read();
    OpenHours office = calendar.openHours("student-services");

    @Test
    void The_first_line_that_fits_and_names_the_promise_holds() {
        var promises = shipped();
        var late = new Matter("transportation", "bus-late", Kind.COMPLAINT, Priority.NORMAL, null);
        var record = new Matter("records", "records-transcript", Kind.COMPLAINT, Priority.NORMAL, null);

        assertThat(promises.firstAnswer(late)).isEqualTo(Within.parse("1 hour"));
        assertThat(promises.resolution(late)).isEqualTo(Within.days(2));
        assertThat(promises.firstAnswer(record)).isEqualTo(Within.days(1));
        assertThat(promises.nextAnswer(record)).as("what records promises").isEqualTo(Within.days(3));
        assertThat(promises.resolution(record)).isEqualTo(Within.days(10));
        var question = new Matter("records", null, Kind.QUESTION, Priority.NORMAL, null);
        assertThat(promises.firstAnswer(question)).isEqualTo(Within.days(3));
        assertThat(promises.resolution(question)).isNull();
    }

    @Test
    void Days_end_when_the_doors_close_and_hours_are_open_time() {
        assertThat(Within.days(1).dueAfter(at("2026-11-24 10:00"), office)).isEqualTo(at("2026-11-25 12:00"));
        assertThat(Within.days(1).dueAfter(at("2026-11-21 10:00"), office))
                .as("a Saturday counts as the Monday after")
                .isEqualTo(at("2026-11-24 16:30"));
        assertThat(Within.parse("4 hours").dueAfter(at("2026-11-24 15:30"), office))
                .isEqualTo(at("2026-11-25 11:00"));
    }

    @Test
    void The_clock_stands_still_while_the_family_has_its_turn() {
        var within = Within.parse("10 hours");
        var asked = at("2026-11-09 10:00");
        var rest = List.of(at("2026-11-09 14:00"), at("2026-11-11 09:00"));

        assertThat(Deadline.of(within, asked, List.of(), office)).isEqualTo(at("2026-11-10 11:30"));
        assertThat(Deadline.of(within, asked, rest.subList(0, 1), office)).isNull();
        // Rested 2.5 hours on Monday, 8.5 on Tuesday and one on Wednesday.
        assertThat(Deadline.of(within, asked, rest, office)).isEqualTo(at("2026-11-11 15:00"));
    }

    @Test
    void A_rest_after_the_deadline_saves_nothing() {
        var rest = List.of(at("2026-11-12 10:00"), at("2026-11-13 10:00"));

        assertThat(Deadline.of(Within.parse("2 hours"), at("2026-11-09 10:00"), rest, office))
                .isEqualTo(at("2026-11-09 12:00"));
    }

    @Test
    void A_snow_day_moves_a_running_promise_and_taking_it_back_moves_it_again() {
        var current = new CurrentCalendar();
        current.takeOver(calendar, shipped(), Instant.now());
        var asked = at("2027-01-11 10:00");
        var snow = Closing.closed(Dates.on(LocalDate.of(2027, 1, 12)), Set.of(), new LocalText(Map.of("en", "Snow")));

        assertThat(due(current, asked)).isEqualTo(at("2027-01-12 16:30"));
        var before = current.changedAt();
        current.declare(List.of(snow));
        assertThat(due(current, asked)).isEqualTo(at("2027-01-13 16:30"));
        assertThat(current.changedAt()).isAfter(before);
        current.declare(List.of());
        assertThat(due(current, asked)).isEqualTo(at("2027-01-12 16:30"));
    }

    @Test
    void A_rest_is_worth_less_when_the_calendar_loses_a_day_of_it() {
        var rest = List.of(at("2027-01-11 10:00"), at("2027-01-13 10:00"));
        var snow = Closing.closed(Dates.on(LocalDate.of(2027, 1, 12)), Set.of(), new LocalText(Map.of("en", "Snow")));
        var snowed = calendar.with(List.of(snow)).openHours("student-services");
        var asked = at("2027-01-11 09:00");

        assertThat(Deadline.of(Within.parse("2 hours"), asked, rest, office)).isEqualTo(at("2027-01-13 11:00"));
        assertThat(Deadline.of(Within.parse("2 hours"), asked, rest, snowed)).isEqualTo(at("2027-01-13 11:00"));
        assertThat(Duration.between(asked, at("2027-01-13 11:00"))).isEqualTo(Duration.ofHours(50));
    }

    @Test
    void Every_fault_is_told_with_its_line(@TempDir Path directory) {
        var district = SmallDistrict.in(directory);
        district.write(
                "promises.yml",
                """
                promises:
                  - {id: a, name: {en: A}, when: {topic: bus-lat}, first-answer: 2 days}
                  - {id: a, name: {en: B}, when: {priority: hi}, first-answer: soon}
                  - {id: b, name: {es: C}, when: {}, resolution: 2 days}
                  - {id: c, name: {en: D}, when: {kind: complaint}, first-anser: 2 days}
                """);
        var faults = new Faults();

        PromiseRules.read(directory.resolve("promises.yml"), RoutingRules.load(directory), faults);

        assertThat(SmallDistrict.lines(directory, faults.all()))
                .containsExactly(
                        "promises.yml:2: unknown topic bus-lat; did you mean bus-late?",
                        "promises.yml:3: promise a is already at "
                                + directory.resolve("promises.yml").toString().replace(directory + "/", "") + ":2",
                        "promises.yml:3: first-answer: soon is not " + Within.SHAPE,
                        "promises.yml:3: promises nothing: write first-answer, next-answer or resolution",
                        "promises.yml:3: unknown priority hi; did you mean high?",
                        "promises.yml:4: name has no English text (en)",
                        "promises.yml:4: when must name department, topic, kind or priority",
                        "promises.yml:5: promises nothing: write first-answer, next-answer or resolution",
                        "promises.yml:5: unknown key first-anser; did you mean first-answer?");
    }

    private static Instant due(CurrentCalendar current, Instant asked) {
        var matter = new Matter("student-services", null, Kind.COMPLAINT, Priority.NORMAL, null);
        return current.promises()
                .firstAnswer(matter)
                .dueAfter(asked, current.now().openHours("student-services"));
    }

    private static PromiseRules shipped() {
        var faults = new Faults();
        var promises = PromiseRules.read(SHIPPED.resolve("promises.yml"), RoutingRules.read(SHIPPED, faults), faults);
        faults.throwIfAny();
        return promises;
    }
}
