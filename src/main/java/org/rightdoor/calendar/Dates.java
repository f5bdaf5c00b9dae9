package org.rightdoor.calendar;

import java.time.LocalDate;
import java.util.stream.Stream;

/** One day or several, the last among them. */
public record Dates(LocalDate first, LocalDate last) {

    static final String SHAPE = "a date such as 2026-11-26, or 2026-12-23 to 2027-01-01";

    private static final int MOST_DAYS = 400;

    public Dates {
        if (last.isBefore(first)) throw new IllegalArgumentException("ends on " + last + " before it begins");
        if (first.plusDays(MOST_DAYS).isBefore(last)) throw new IllegalArgumentException("is longer than a year");
    }

    public static Dates on(LocalDate day) {
        return new Dates(day, day);
    }

    static Dates parse(String text) {
        var ends = text.split("\\s+to\\s+", -1);
        var first = LocalDate.parse(ends[0].strip());
        if (ends.length > 2) throw new IllegalArgumentException(text);
        return new Dates(first, ends.length == 2 ? LocalDate.parse(ends[1].strip()) : first);
    }

    public boolean include(LocalDate date) {
        return !date.isBefore(first) && !date.isAfter(last);
    }

    public boolean isOneDay() {
        return first.equals(last);
    }

    public Stream<LocalDate> all() {
        return first.datesUntil(last.plusDays(1));
    }

    @Override
    public String toString() {
        return isOneDay() ? first.toString() : first + " to " + last;
    }
}
