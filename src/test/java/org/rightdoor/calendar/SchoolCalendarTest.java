package org.rightdoor.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightdoor.calendar.MapleCalendar.at;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rightdoor.routing.LocalText;

/** The sample district through its year: Student Services is open 8:00 to 16:30, Transportation 6:00 to 17:30. */
class SchoolCalendarTest {

    static final LocalText SNOW = new LocalText(Map.of("en", "Snow"));

    SchoolCalendar calendar = MapleCalendar.read();
    OpenHours office = calendar.openHours("student-services");

    @Test
    void An_ordinary_day_has_the_departments_hours() {
        assertThat(office.isOpen(at("2026-10-06 07:59"))).isFalse();
        assertThat(office.isOpen(at("2026-10-06 08:00"))).isTrue();
        assertThat(office.isOpen(at("2026-10-06 16:29"))).isTrue();
        assertThat(office.isOpen(at("2026-10-06 16:30"))).isFalse();
        assertThat(office.closes(at("2026-10-06 09:00"))).isEqualTo(at("2026-10-06 16:30"));
        assertThat(calendar.openHours("transportation").isOpen(at("2026-10-06 06:00")))
                .isTrue();
    }

    @Test
    void A_Friday_evening_opens_on_Monday() {
        assertThat(office.opensNext(at("2026-10-09 18:00"))).isEqualTo(at("2026-10-12 08:00"));
        assertThat(office.closes(at("2026-10-09 18:00"))).isEqualTo(at("2026-10-12 16:30"));
        assertThat(office.opensNext(at("2026-10-09 10:00"))).isEqualTo(at("2026-10-09 10:00"));
    }

    @Test
    void A_half_day_counts_half_and_the_holiday_after_it_not_at_all() {
        // Wednesday closes at noon, Thursday and Friday are Thanksgiving.
        assertThat(office.after(at("2026-11-25 11:00"), Duration.ofHours(2))).isEqualTo(at("2026-11-30 09:00"));
        assertThat(office.endOfDay(at("2026-11-25 11:00"), 1)).isEqualTo(at("2026-11-30 16:30"));
        assertThat(office.endOfDay(at("2026-11-25 11:00"), 0)).isEqualTo(at("2026-11-25 12:00"));
        assertThat(office.endOfDay(at("2026-11-25 12:30"), 1)).isEqualTo(at("2026-12-01 16:30"));
    }

    @Test
    void The_years_end_is_passed_in_one_step() {
        assertThat(office.after(at("2026-12-23 16:00"), Duration.ofHours(1))).isEqualTo(at("2027-01-04 08:30"));
        assertThat(office.openTime(at("2026-12-23 16:00"), at("2027-01-04 08:30")))
                .isEqualTo(Duration.ofHours(1));
    }

    @Test
    void Hours_follow_the_districts_clocks_over_both_clock_changes() {
        // Clocks go back on 1 November 2026 and forward on 14 March 2027, both on a Sunday.
        var friday = at("2026-10-30 16:00");
        assertThat(office.after(friday, Duration.ofHours(1))).isEqualTo(at("2026-11-02 08:30"));
        assertThat(Duration.between(friday, at("2026-11-02 08:30"))).isEqualTo(Duration.ofMinutes(64 * 60 + 90));
        var before = at("2027-03-12 16:00");
        assertThat(office.after(before, Duration.ofHours(1))).isEqualTo(at("2027-03-15 08:30"));
        assertThat(Duration.between(before, at("2027-03-15 08:30"))).isEqualTo(Duration.ofMinutes(62 * 60 + 90));
    }

    @Test
    void Summer_weeks_have_four_days_and_other_hours() {
        assertThat(office.isOpen(at("2027-07-08 16:00"))).isTrue();
        assertThat(office.isOpen(at("2027-07-08 16:31"))).isFalse();
        assertThat(office.on(LocalDate.of(2027, 7, 9))).isEmpty();
        assertThat(office.endOfDay(at("2027-07-07 10:00"), 2)).isEqualTo(at("2027-07-12 16:30"));
        assertThat(calendar.openHours("extended-day").isOpen(at("2027-07-09 09:00")))
                .isTrue();
        assertThat(office.on(LocalDate.of(2027, 8, 27))).isNotEmpty();
    }

    @Test
    void In_summer_another_department_answers() {
        assertThat(calendar.answeredBy("health", LocalDate.of(2027, 7, 8))).isEqualTo("student-services");
        assertThat(calendar.answeredBy("health", LocalDate.of(2027, 5, 3))).isEqualTo("health");
        assertThat(calendar.answeredBy("finance", LocalDate.of(2027, 7, 8))).isEqualTo("finance");
    }

    @Test
    void Who_sits_at_the_school_has_the_schools_hours_and_breaks() {
        var nurse = calendar.openHours("health", "mapleton-high");
        assertThat(nurse.isOpen(at("2026-10-06 07:20"))).isTrue();
        assertThat(nurse.isOpen(at("2026-10-06 15:20"))).isFalse();
        assertThat(calendar.openHours("health", "maple-elementary").isOpen(at("2026-10-06 15:20")))
                .isTrue();
        assertThat(nurse.isOpen(at("2026-10-16 10:00"))).as("professional day").isFalse();
        assertThat(calendar.openHours("health").isOpen(at("2026-10-16 10:00"))).isTrue();
        assertThat(calendar.openHours("finance", "mapleton-high")).isSameAs(calendar.openHours("finance"));
    }

    @Test
    void A_snow_day_closes_everybody_or_one_school() {
        var day = Dates.on(LocalDate.of(2027, 1, 12));
        var everywhere = calendar.with(List.of(Closing.closed(day, Set.of(), SNOW)));
        assertThat(everywhere.openHours("student-services").endOfDay(at("2027-01-11 10:00"), 1))
                .isEqualTo(at("2027-01-13 16:30"));
        assertThat(office.endOfDay(at("2027-01-11 10:00"), 1)).isEqualTo(at("2027-01-12 16:30"));

        var oneSchool = calendar.with(List.of(Closing.closed(day, Set.of("mapleton-high"), SNOW)));
        assertThat(oneSchool.openHours("student-services").isOpen(at("2027-01-12 10:00")))
                .isTrue();
        assertThat(oneSchool.openHours("health", "mapleton-high").isOpen(at("2027-01-12 10:00")))
                .isFalse();
        assertThat(oneSchool.openHours("health", "maple-elementary").isOpen(at("2027-01-12 10:00")))
                .isTrue();
    }

    @Test
    void A_late_opening_on_a_half_day_leaves_what_both_leave() {
        var late = Closing.shortened(Dates.on(LocalDate.of(2026, 11, 25)), LocalTime.of(10, 0), null, Set.of(), SNOW);
        assertThat(calendar.with(List.of(late)).openHours("student-services").on(LocalDate.of(2026, 11, 25)))
                .containsExactly(new Span(LocalTime.of(10, 0), LocalTime.NOON));
    }

    @Test
    void School_days_are_the_weekdays_of_a_term_that_are_not_off() {
        assertThat(calendar.isSchoolDay(LocalDate.of(2026, 9, 8))).isTrue();
        assertThat(calendar.isSchoolDay(LocalDate.of(2026, 9, 7)))
                .as("Labor Day")
                .isFalse();
        assertThat(calendar.isSchoolDay(LocalDate.of(2026, 10, 16)))
                .as("professional day")
                .isFalse();
        assertThat(calendar.isSchoolDay(LocalDate.of(2026, 9, 12)))
                .as("a Saturday")
                .isFalse();
        assertThat(calendar.isSchoolDay(LocalDate.of(2027, 7, 8))).as("summer").isFalse();
        assertThat(calendar.term(LocalDate.of(2027, 2, 2)))
                .hasValueSatisfying(term -> assertThat(term.schoolYear()).isEqualTo("2026-27"));
    }
}
