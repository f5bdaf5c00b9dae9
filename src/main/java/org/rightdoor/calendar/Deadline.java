package org.rightdoor.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** By when a promise is to be kept whose clock stood still at times. */
public final class Deadline {

    private Deadline() {}

    /**
     * Counted from {@code from}, and later by the open time that passed in the rests.
     *
     * @param rests beginnings and ends by turns, in order; an odd number means that it rests now
     * @return null while it rests: there is no date as long as we wait for somebody else
     */
    public static Instant of(Within within, Instant from, List<Instant> rests, OpenHours hours) {
        if (rests.size() % 2 == 1) return null;
        var due = within.dueAfter(from, hours);
        // A rest that began after the deadline cannot save it any more.
        for (var i = 0; i < rests.size(); i += 2) {
            var begin = rests.get(i).isBefore(from) ? from : rests.get(i);
            var rested = begin.isBefore(due) ? hours.openTime(begin, rests.get(i + 1)) : Duration.ZERO;
            if (!rested.isZero()) due = hours.after(due, rested);
        }
        return due;
    }
}
