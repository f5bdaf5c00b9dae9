package org.rightdoor.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/** Open hours without a pause, on the district's clocks; midnight as the end is the end of the day. */
public record Span(LocalTime from, LocalTime to) {

    static final Span WHOLE_DAY = new Span(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    public Span {
        if (!to.equals(LocalTime.MIDNIGHT) && !from.isBefore(to)) {
            throw new IllegalArgumentException("opens at " + from + " and closes at " + to + " before that");
        }
    }

    /** What is left of it between two times; empty when that is nothing. */
    Optional<Span> within(Span other) {
        var start = from.isAfter(other.from) ? from : other.from;
        var end = secondsTo(to) < secondsTo(other.to) ? to : other.to;
        return start.toSecondOfDay() < secondsTo(end) ? Optional.of(new Span(start, end)) : Optional.empty();
    }

    /** The stretch of real time; empty where the clock change swallows all of it. */
    Optional<Stretch> on(LocalDate date, ZoneId zone) {
        var start = date.atTime(from).atZone(zone).toInstant();
        var end = to.equals(LocalTime.MIDNIGHT)
                ? date.plusDays(1).atStartOfDay(zone).toInstant()
                : date.atTime(to).atZone(zone).toInstant();
        return start.isBefore(end) ? Optional.of(new Stretch(start, end)) : Optional.empty();
    }

    private static int secondsTo(LocalTime end) {
        return end.equals(LocalTime.MIDNIGHT) ? 86_400 : end.toSecondOfDay();
    }

    /** From an instant (inclusive) to another. */
    public record Stretch(Instant from, Instant to) {}
}
