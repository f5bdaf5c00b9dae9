package org.rightdoor.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rightdoor.routing.Faults;
import org.rightdoor.routing.RoutingRules;
import org.rightdoor.routing.SmallDistrict;

/** What a person can get wrong in calendar.yml, and what that person is told. */
class CalendarFileTest {

    @TempDir
    Path directory;

    SmallDistrict district;
    Faults faults = new Faults();

    @BeforeEach
    void copyTheSmallDistrict() {
        district = SmallDistrict.in(directory);
    }

    @Test
    void Without_the_file_everybody_keeps_ordinary_hours() {
        var hours = read().openHours("office");

        assertThat(faults.all()).isEmpty();
        assertThat(hours.on(LocalDate.of(2026, 12, 25))).hasSize(1);
    }

    @Test
    void Every_fault_is_told_with_its_line() {
        district.write(
                "calendar.yml",
                """
                school-years:
                  2026-27:
                    fall: {days: 2026-08-31 to 2027-01-22, name: {en: Fall}}
                    spring: {days: 2027-01-20 to 2027-06-16, name: {en: Spring}}
                closed:
                  - {days: 2026-11-31, why: {en: No such day}}
                  - {days: 2026-12-24 to 2026-12-20, why: {en: Backwards}}
                  - {days: 2026-12-24, only: offices, why: {en: Who}}
                  - {days: 2026-12-25}
                short-days:
                  - {days: 2026-11-25, why: {en: Shorter by nothing}}
                  - {days: 2026-11-25, from: "14:00", until: "12:00", why: {en: Inside out}}
                  - {days: 2026-11-25, until: noon, why: {en: In words}}
                seasons:
                  - {id: summer, name: {en: Summer}, days: 2027-06-21 to 2027-08-20, hours: mon-thu, answered-by: {office: bus}}
                hours:
                  levels: {primary: 8:00-15:00}
                  departments: {office: 16:30-8:00, buses: closed}
                vacation: none
                """);

        read();

        assertThat(SmallDistrict.lines(directory, faults.all()))
                .containsExactly(
                        "calendar.yml:4: days: overlaps with fall of 2026-27, 2026-08-31 to 2027-01-22",
                        "calendar.yml:6: days: 2026-11-31 is not " + Dates.SHAPE,
                        "calendar.yml:7: days: 2026-12-24 to 2026-12-20 is not " + Dates.SHAPE,
                        "calendar.yml:8: unknown department or school offices; did you mean office?",
                        "calendar.yml:9: why is missing",
                        "calendar.yml:11: a short day needs from: (opens late) or until: (closes early)",
                        "calendar.yml:12: from: 14:00 is not before until: 12:00",
                        "calendar.yml:13: until: noon is not a time such as 12:00",
                        "calendar.yml:13: a short day needs from: (opens late) or until: (closes early)",
                        "calendar.yml:15: hours: mon-thu is not " + Week.SHAPE,
                        "calendar.yml:15: unknown department bus; did you mean buses?",
                        "calendar.yml:17: unknown level of schools primary",
                        "calendar.yml:18: office: 16:30-8:00 is not " + Week.SHAPE,
                        "calendar.yml:18: buses would never be open",
                        "calendar.yml:19: unknown key vacation");
    }

    @Test
    void The_published_calendar_closes_its_days_off_and_nothing_else() {
        district.write("calendar.yml", "icalendar: {file: closings.ics, closed-words: [No School, closed]}\n")
                .write(
                        "closings.ics",
                        """
                        BEGIN:VCALENDAR
                        VERSION:2.0
                        PRODID:-//Maple//Calendar//EN
                        BEGIN:VEVENT
                        UID:1
                        DTSTAMP:20260801T000000Z
                        DTSTART;VALUE=DATE:20261221
                        DTEND;VALUE=DATE:20270102
                        SUMMARY:Winter Break - NO SCHOOL
                        END:VEVENT
                        BEGIN:VEVENT
                        UID:2
                        DTSTAMP:20260801T000000Z
                        DTSTART;VALUE=DATE:20261111
                        SUMMARY:Veterans Day
                        CATEGORIES:Offices closed
                        RRULE:FREQ=YEARLY;COUNT=3
                        EXDATE;VALUE=DATE:20271111
                        END:VEVENT
                        BEGIN:VEVENT
                        UID:3
                        DTSTAMP:20260801T000000Z
                        DTSTART;VALUE=DATE:20261120
                        SUMMARY:Pizza for lunch
                        END:VEVENT
                        BEGIN:VEVENT
                        UID:4
                        DTSTAMP:20260801T000000Z
                        DTSTART:20261119T180000Z
                        DTEND:20261119T200000Z
                        SUMMARY:Gym closed for a concert
                        END:VEVENT
                        BEGIN:VEVENT
                        UID:5
                        DTSTAMP:20260801T000000Z
                        DTSTART;VALUE=DATE:20261123
                        SUMMARY:Offices closed
                        STATUS:CANCELLED
                        END:VEVENT
                        BEGIN:VEVENT
                        UID:6
                        DTSTAMP:20260801T000000Z
                        DTSTART;VALUE=DATE:20270111
                        SUMMARY:Inventory: closed
                        RRULE:FREQ=WEEKLY;COUNT=3
                        RDATE;VALUE=DATE:20270127
                        END:VEVENT
                        BEGIN:VEVENT
                        UID:6
                        RECURRENCE-ID;VALUE=DATE:20270118
                        DTSTAMP:20260801T000000Z
                        DTSTART;VALUE=DATE:20270118
                        SUMMARY:Inventory: closed
                        STATUS:CANCELLED
                        END:VEVENT
                        BEGIN:VEVENT
                        UID:6
                        RECURRENCE-ID;VALUE=DATE:20270125
                        DTSTAMP:20260801T000000Z
                        DTSTART;VALUE=DATE:20270126
                        SUMMARY:Inventory: closed
                        END:VEVENT
                        END:VCALENDAR
                        """
                                .replace("\n", "\r\n"));

        var hours = read().openHours("office");

        assertThat(faults.all()).isEmpty();
        assertThat(List.of("2026-12-21", "2027-01-01", "2026-11-11", "2027-01-11", "2027-01-26", "2027-01-27"))
                .allSatisfy(day -> assertThat(hours.on(LocalDate.parse(day))).isEmpty());
        assertThat(List.of(
                        "2026-12-18",
                        "2027-01-04",
                        "2027-11-11",
                        "2026-11-20",
                        "2026-11-19",
                        "2026-11-23",
                        "2027-01-18",
                        "2027-01-25"))
                .allSatisfy(day -> assertThat(hours.on(LocalDate.parse(day))).isNotEmpty());
    }

    @Test
    void A_published_calendar_that_is_missing_or_not_one_is_a_fault() {
        district.write("calendar.yml", "icalendar: {file: closings.ics, closed-words: closed}\n");
        read();
        district.write("closings.ics", "<html>Not found</html>");
        read();

        assertThat(SmallDistrict.lines(directory, faults.all()))
                .hasSize(2)
                .first()
                .isEqualTo("calendar.yml:1: file: closings.ics is not there");
        assertThat(faults.all().get(1).reason()).startsWith("file: closings.ics cannot be read as iCalendar");
    }

    private SchoolCalendar read() {
        return SchoolCalendar.read(directory.resolve("calendar.yml"), RoutingRules.load(directory), faults);
    }
}
