package org.rightdoor.inquiry;

import java.time.Duration;
import java.time.Instant;

/** A case is out of the way until then, or until the family writes. */
public record Snooze(Instant until) {

    private static final Duration LONGEST = Duration.ofDays(366);

    public Event of(Inquiry inquiry, Actor by) {
        var now = Instant.now();
        if (inquiry.status == Status.RESOLVED) {
            throw new IllegalStateException("The case is resolved. There is nothing to come back to.");
        }
        if (!until.isAfter(now)) throw new IllegalStateException("That time is over. Choose a later one.");
        if (until.isAfter(now.plus(LONGEST))) throw new IllegalStateException("Choose a day within a year.");
        inquiry.snoozedUntil = until;
        return Event.of(Event.Kind.SNOOZED, by, until.toString());
    }

    public static Event end(Inquiry inquiry, Actor by) {
        if (inquiry.snoozedUntil == null) throw new IllegalStateException("The case is not snoozed any more.");
        inquiry.snoozedUntil = null;
        return Event.of(Event.Kind.WOKEN, by, "");
    }
}
