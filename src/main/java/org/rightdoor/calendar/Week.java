package org.rightdoor.calendar;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The hours of an ordinary week; a day without hours is closed. */
public record Week(Map<DayOfWeek, List<Span>> days) {

    static final String SHAPE = "hours such as 8:00-16:30, or mon-thu 7:30-17:00, fri 8:00-12:00";
    static final Week CLOSED = new Week(Map.of());

    private static final Pattern PART =
            Pattern.compile("(?:([a-z]{3})(?:-([a-z]{3}))? )?(\\d{1,2}:\\d\\d) ?- ?(\\d{1,2}:\\d\\d)");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("H:mm");
    private static final List<String> NAMES = Arrays.stream(DayOfWeek.values())
            .map(day -> day.name().substring(0, 3).toLowerCase(Locale.ROOT))
            .toList();

    /**
     * Reads hours as people write them: {@code 8:00-16:30} is Monday to Friday, and parts with their own days are set off by
     * commas; two parts of one day leave a pause between them. {@code closed} is closed all week.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static Week parse(String text) {
        if (text.strip().equalsIgnoreCase("closed")) return CLOSED;
        var days = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
        for (var part : text.toLowerCase(Locale.ROOT).split(",")) {
            var matcher = PART.matcher(part.strip().replace('–', '-').replaceAll("\\s+", " "));
            if (!matcher.matches()) throw new IllegalArgumentException(part);
            var first = matcher.group(1) == null ? DayOfWeek.MONDAY : day(matcher.group(1));
            var last = matcher.group(1) == null
                    ? DayOfWeek.FRIDAY
                    : matcher.group(2) == null ? first : day(matcher.group(2));
            if (last.compareTo(first) < 0) throw new IllegalArgumentException(part);
            var span = new Span(time(matcher.group(3)), time(matcher.group(4)));
            for (var day = first.ordinal(); day <= last.ordinal(); day++) {
                add(span, days.computeIfAbsent(DayOfWeek.values()[day], none -> new ArrayList<>()));
            }
        }
        return new Week(Map.copyOf(days));
    }

    public List<Span> on(DayOfWeek day) {
        return days.getOrDefault(day, List.of());
    }

    public boolean isClosed() {
        return days.isEmpty();
    }

    /** Days that follow each other and have the same hours, such as Monday to Thursday. */
    public record Days(DayOfWeek first, DayOfWeek last, List<Span> hours) {}

    /** The week from Monday as people read it, days with the same hours in one; closed days are missing. */
    public List<Days> inShort() {
        var all = new ArrayList<Days>();
        for (var day : DayOfWeek.values()) {
            if (on(day).isEmpty()) continue;
            var before = all.isEmpty() ? null : all.get(all.size() - 1);
            if (before != null && before.last().plus(1) == day && before.hours().equals(on(day))) {
                all.set(all.size() - 1, new Days(before.first(), day, before.hours()));
            } else {
                all.add(new Days(day, day, on(day)));
            }
        }
        return all;
    }

    private static void add(Span span, List<Span> spans) {
        if (spans.stream().anyMatch(other -> other.within(span).isPresent())) {
            throw new IllegalArgumentException("overlapping hours");
        }
        spans.add(span);
        spans.sort((a, b) -> a.from().compareTo(b.from()));
    }

    private static DayOfWeek day(String name) {
        return IntStream.range(0, NAMES.size())
                .filter(i -> NAMES.get(i).equals(name))
                .mapToObj(i -> DayOfWeek.values()[i])
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name));
    }

    private static LocalTime time(String text) {
        return text.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(text, CLOCK);
    }
}
