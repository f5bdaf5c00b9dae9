package org.rightdoor.safety;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/**
 * When somebody is on call, every week on the district's clocks.
 *
 * @param to the next day where it is not after {@code from}
 */
public record OnCall(long staffId, DayOfWeek day, LocalTime from, LocalTime to) {

    boolean holds(ZonedDateTime at) {
        var time = at.toLocalTime();
        if (from.isBefore(to)) return at.getDayOfWeek() == day && !time.isBefore(from) && time.isBefore(to);
        return at.getDayOfWeek() == day && !time.isBefore(from)
                || at.getDayOfWeek() == day.plus(1) && time.isBefore(to);
    }
}
