package org.rightdoor.desk.inbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.rightdoor.inquiry.Moment;

/** The latest moments, for pages that were away for a short while: a lost connection, a phone in a pocket. */
final class Recent {

    private static final Duration KEPT = Duration.ofMinutes(2);

    /** Replicas' clocks may differ by so much; to hear something twice does no harm. */
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(3);

    private final Deque<Moment> moments = new ArrayDeque<>();
    private final Instant since = Instant.now();

    synchronized void add(Moment moment) {
        moments.addLast(moment);
        var old = moment.at().minus(KEPT);
        while (moments.peekFirst().at().isBefore(old)) moments.removeFirst();
    }

    /** What came after that time; a single "missed" moment when that is longer ago than we remember. */
    synchronized List<Moment> after(Instant time) {
        var now = Instant.now();
        var from = time.minus(CLOCKS_DIFFER);
        if (from.isBefore(since) || from.isBefore(now.minus(KEPT))) return List.of(new Moment(now, List.of(), true));
        return moments.stream().filter(moment -> moment.at().isAfter(from)).toList();
    }
}
