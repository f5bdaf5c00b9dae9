package org.rightdoor.channel.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import org.rightdoor.Config;

/**
 * How many questions come just now from one network address, and how many say the same. A whole school may stand behind
 * one address, so many are too many only for those that do no work for it. Each replica counts for itself: nothing is
 * written down about who comes.
 */
@ApplicationScoped
public class Crowd {

    /** Beyond so many times what is usual, work does not help any more. */
    private static final int FAR_TOO_MANY = 10;

    /** Families do ask the same short thing on a snow day. */
    private static final int LONG_ENOUGH_TO_COMPARE = 80;

    /** The same long words are as many as the sixth part of what is usual. */
    private static final int SHARE_ALIKE = 6;

    private static final int MOST_REMEMBERED = 50_000;
    private static final long MINUTE = 60_000;

    /** How a question stands out. */
    public enum Press {
        NONE,
        /** More than usual: whoever has worked for it is let through. */
        BUSY,
        /** More than families can be. */
        FLOOD
    }

    private record Count(long minute, int many) {}

    private final ConcurrentHashMap<String, Count> counts = new ConcurrentHashMap<>();
    private final int usual;
    private final Clock clock;

    /** Counts nothing; for a stand-in, and for the proxy that stands before it. */
    protected Crowd() {
        this(Integer.MAX_VALUE, Clock.systemUTC());
    }

    @Inject
    Crowd(Config config) {
        this(config.questionsPerMinute(), Clock.systemUTC());
    }

    Crowd(int usual, Clock clock) {
        this.usual = usual;
        this.clock = clock;
    }

    /** Counts one more from that address within the minute. */
    public Press from(String address) {
        return press(count("from:" + address), usual);
    }

    /** Counts one more of that text; small differences in case and space do not make another. */
    public Press saying(String text) {
        var same = text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        if (same.length() < LONG_ENOUGH_TO_COMPARE) return Press.NONE;
        return press(count("saying:" + Fingerprint.of(same)), usual / SHARE_ALIKE);
    }

    private static Press press(int many, int usual) {
        if (many <= usual) return Press.NONE;
        return many <= (long) usual * FAR_TOO_MANY ? Press.BUSY : Press.FLOOD;
    }

    private int count(String what) {
        var minute = clock.millis() / MINUTE;
        if (counts.size() > MOST_REMEMBERED) counts.values().removeIf(count -> count.minute != minute);
        return counts.merge(
                        what,
                        new Count(minute, 1),
                        (held, one) -> held.minute == minute ? new Count(minute, held.many + 1) : one)
                .many;
    }
}
