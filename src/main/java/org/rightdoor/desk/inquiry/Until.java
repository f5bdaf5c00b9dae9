package org.rightdoor.desk.inquiry;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import org.rightdoor.calendar.SchoolCalendar;
import org.rightdoor.inquiry.Inquiry;

/** Until when a case may be snoozed. */
enum Until {
    TOMORROW,
    MONDAY,
    SCHOOL_DAY,
    DAY;

    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final int LONGEST_BREAK = 120;

    /** The date meant, or null for none and for one that is not ahead. */
    static LocalDate read(String until, String day, SchoolCalendar calendar) {
        return read(until, day, LocalDate.now(calendar.zone()), calendar);
    }

    static LocalDate read(String until, String day, LocalDate today, SchoolCalendar calendar) {
        try {
            var date = valueOf(until == null ? "" : until).date(day, today, calendar);
            return date.isAfter(today) ? date : null;
        } catch (IllegalArgumentException | DateTimeException nothingKnown) {
            return null;
        }
    }

    private LocalDate date(String day, LocalDate today, SchoolCalendar calendar) {
        return switch (this) {
            case TOMORROW -> today.plusDays(1);
            case MONDAY -> today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
            case SCHOOL_DAY -> nextSchoolDay(today, calendar);
            case DAY -> LocalDate.parse(day == null ? "" : day);
        };
    }

    /** Where no term is near, it is tomorrow. */
    static LocalDate nextSchoolDay(LocalDate today, SchoolCalendar calendar) {
        return today.plusDays(1)
                .datesUntil(today.plusDays(LONGEST_BREAK))
                .filter(calendar::isSchoolDay)
                .findFirst()
                .orElse(today.plusDays(1));
    }

    /** When the department opens that day; in the morning when it does not. */
    static Instant opening(LocalDate date, Inquiry inquiry, SchoolCalendar calendar) {
        var hours = calendar.openHours(inquiry.department, inquiry.school).on(date);
        var time = hours.isEmpty() ? MORNING : hours.get(0).from();
        return date.atTime(time).atZone(calendar.zone()).toInstant();
    }
}
