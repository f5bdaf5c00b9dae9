package org.rightdoor.portal;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.rightdoor.calendar.OpenHours;

/**
 * The sign on a department's door.
 *
 * @param open whether somebody is there
 * @param next when that changes
 */
record OpenSign(boolean open, ZonedDateTime next, ZonedDateTime now) {

    /** Beyond these days the name of a weekday could be taken for the one of this week. */
    private static final int DAYS_BY_NAME = 6;

    static OpenSign of(OpenHours hours, ZoneId zone, Instant now) {
        var open = hours.isOpen(now);
        var next = open ? hours.closes(now) : hours.opensNext(now);
        return new OpenSign(open, next.atZone(zone), now.atZone(zone));
    }

    String in(Visit visit) {
        var texts = visit.texts();
        var hour = visit.hour(next.toLocalTime());
        if (open) return texts.openUntil(hour);
        var day = next.toLocalDate();
        var today = now.toLocalDate();
        if (day.equals(today)) return texts.opensToday(hour);
        return texts.opensOn(
                day.isAfter(today.plusDays(DAYS_BY_NAME)) ? visit.day(day) : visit.weekday(day.getDayOfWeek()), hour);
    }
}
