package org.rightdoor.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * How long a promise gives the district: whole open days, which end when the doors close, or open time.
 *
 * @param days 0 where {@code time} says how long
 * @param time null where {@code days} says how long
 */
public record Within(int days, Duration time) {

    static final String SHAPE = "open time such as 2 days, 4 hours or 30 minutes";

    private static final Pattern TEXT = Pattern.compile("([1-9]\\d{0,2}) (day|hour|minute)s?");

    public static Within days(int days) {
        return new Within(days, null);
    }

    static Within parse(String text) {
        var matcher = TEXT.matcher(text);
        if (!matcher.matches()) throw new IllegalArgumentException(text);
        var number = Integer.parseInt(matcher.group(1));
        return switch (matcher.group(2)) {
            case "day" -> days(number);
            case "hour" -> new Within(0, Duration.ofHours(number));
            default -> new Within(0, Duration.ofMinutes(number));
        };
    }

    /** By when it is to be kept, counted from a moment. */
    public Instant dueAfter(Instant from, OpenHours hours) {
        return time == null ? hours.endOfDay(from, days) : hours.after(from, time);
    }

    /** The whole hours of it; 0 where days say how long. */
    public long hours() {
        return time == null ? 0 : time.toHours();
    }

    /** The minutes of it where it is not whole hours; else 0. */
    public long minutes() {
        return time == null || time.toMinutesPart() == 0 ? 0 : time.toMinutes();
    }
}
