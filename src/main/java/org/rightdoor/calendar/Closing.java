package org.rightdoor.calendar;

import java.time.LocalTime;
import java.util.Set;
import org.rightdoor.routing.LocalText;

/**
 * Days that differ from the ordinary: a holiday, a half day, a snow day.
 *
 * @param open what is left of the day's hours, or null when it is closed
 * @param only keys of departments and schools it holds for, or {@link #SCHOOLS}; everybody when empty
 * @param why as families read it
 */
public record Closing(Dates dates, Span open, Set<String> only, LocalText why) {

    /** Stands for all schools among the keys: their own front doors are shut, and the offices work. */
    public static final String SCHOOLS = "schools";

    public static Closing closed(Dates dates, Set<String> only, LocalText why) {
        return new Closing(dates, null, Set.copyOf(only), why);
    }

    /** @param from when the doors open late, or null; {@code until} when they close early, or null */
    public static Closing shortened(Dates dates, LocalTime from, LocalTime until, Set<String> only, LocalText why) {
        var open = new Span(from == null ? LocalTime.MIDNIGHT : from, until == null ? LocalTime.MIDNIGHT : until);
        return new Closing(dates, open, Set.copyOf(only), why);
    }

    public boolean isWholeDay() {
        return open == null;
    }

    public boolean isForEverybody() {
        return only.isEmpty();
    }

    /** When the doors open late, or null. */
    public LocalTime from() {
        return open == null || open.from().equals(LocalTime.MIDNIGHT) ? null : open.from();
    }

    /** When the doors close early, or null. */
    public LocalTime until() {
        return open == null || open.to().equals(LocalTime.MIDNIGHT) ? null : open.to();
    }

    /** @param school key, or null for an office that belongs to none */
    boolean concerns(String department, String school) {
        return isForEverybody()
                || only.contains(department)
                || school != null && (only.contains(SCHOOLS) || only.contains(school));
    }
}
