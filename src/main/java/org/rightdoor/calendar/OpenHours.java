package org.rightdoor.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.rightdoor.calendar.Span.Stretch;

/** When somebody's doors are open, and arithmetic in open time. Safe for use by many threads. */
public final class OpenHours {

    /** Who stays closed for longer is not coming back. */
    private static final int MOST_DAYS_AHEAD = 800;

    private final ZoneId zone;
    private final Function<LocalDate, List<Span>> spans;
    // A day is worked out once; sums over a year of cases ask for the same few hundred days again and again.
    private final Map<LocalDate, List<Stretch>> days = new ConcurrentHashMap<>();

    OpenHours(ZoneId zone, Function<LocalDate, List<Span>> spans) {
        this.zone = zone;
        this.spans = spans;
    }

    /** The same week all year. */
    public static OpenHours weekly(Week week, ZoneId zone) {
        return new OpenHours(zone, date -> week.on(date.getDayOfWeek()));
    }

    /** The hours of a day on the district's clocks; empty when it is closed. */
    public List<Span> on(LocalDate date) {
        return spans.apply(date);
    }

    /** The same in real time. Whoever lists the days of many years asks for each once, so none of them is kept: 20 MB. */
    public List<Stretch> stretchesOn(LocalDate date) {
        return inRealTime(date);
    }

    public boolean isOpen(Instant at) {
        return stretches(day(at)).stream().anyMatch(stretch -> holds(stretch, at));
    }

    /**
     * When the doors open next; the moment itself while they are open.
     *
     * @throws IllegalStateException when they stay closed for two years
     */
    public Instant opensNext(Instant at) {
        return later(at, first(at).from());
    }

    /** When the doors close that are open, or that open next. */
    public Instant closes(Instant at) {
        return first(at).to();
    }

    /** The moment by which that much open time has passed. */
    public Instant after(Instant at, Duration open) {
        var left = open;
        for (var date = day(at); ; date = next(date)) {
            for (var stretch : stretches(date)) {
                if (!stretch.to().isAfter(at)) continue;
                var from = later(at, stretch.from());
                var length = Duration.between(from, stretch.to());
                if (left.compareTo(length) <= 0) return from.plus(left);
                left = left.minus(length);
            }
        }
    }

    /**
     * The close of the day that comes so many open days after; what comes while the doors are closed counts as come when they
     * open next.
     *
     * @param days 0 for the same open day
     */
    public Instant endOfDay(Instant at, int days) {
        var date = day(opensNext(at));
        for (var left = days; left > 0; left--) date = next(date);
        var stretches = stretches(date);
        return stretches.get(stretches.size() - 1).to();
    }

    /** How much open time lies between two moments; zero when the second is not after the first. */
    public Duration openTime(Instant from, Instant to) {
        var sum = Duration.ZERO;
        if (!from.isBefore(to)) return sum;
        for (var date = day(from); !date.isAfter(day(to)); date = date.plusDays(1)) {
            for (var stretch : stretches(date)) {
                var start = later(from, stretch.from());
                var end = to.isBefore(stretch.to()) ? to : stretch.to();
                if (start.isBefore(end)) sum = sum.plus(Duration.between(start, end));
            }
        }
        return sum;
    }

    /** The district's date at that moment. */
    public LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    /** The first stretch that has not ended by then. */
    private Stretch first(Instant at) {
        var date = day(at);
        Predicate<Stretch> ahead = stretch -> stretch.to().isAfter(at);
        return stretches(date).stream().filter(ahead).findFirst().orElseGet(() -> stretches(next(date))
                .get(0));
    }

    /** The next open day. */
    private LocalDate next(LocalDate date) {
        for (var ahead = 1; ahead <= MOST_DAYS_AHEAD; ahead++) {
            if (!stretches(date.plusDays(ahead)).isEmpty()) return date.plusDays(ahead);
        }
        throw new IllegalStateException("Nobody is there for two years after " + date + ". Mend the calendar.");
    }

    private List<Stretch> stretches(LocalDate date) {
        return days.computeIfAbsent(date, this::inRealTime);
    }

    private List<Stretch> inRealTime(LocalDate date) {
        return spans.apply(date).stream()
                .flatMap(span -> span.on(date, zone).stream())
                .toList();
    }

    private static boolean holds(Stretch stretch, Instant at) {
        return !at.isBefore(stretch.from()) && at.isBefore(stretch.to());
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
