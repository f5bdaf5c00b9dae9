package org.rightdoor.insight;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.rightdoor.insight.Drawings.Mark;
import org.rightdoor.insight.Table.Cell;

/** The pictures about how much comes, and when. */
final class VolumeCharts {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d", Locale.US);
    private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");

    private final Asked asked;
    private final Found found;

    VolumeCharts(Asked asked, Found found) {
        this.asked = asked;
        this.found = found;
    }

    Chart volume() {
        var period = asked.period();
        var now = byWeek(true);
        var before = byWeek(false);
        var opened = found.weeks().stream()
                .filter(Figures.Week::now)
                .collect(Collectors.toMap(
                        Figures.Week::monday, week -> week.sums().cases()));
        var marks = new ArrayList<Mark>();
        var rows = new ArrayList<List<Cell>>();
        now.forEach((monday, contacts) -> {
            var past = before.getOrDefault(period.mondayBefore(monday), 0L);
            marks.add(new Mark(
                    DAY.format(monday), OptionalDouble.of(contacts), Card.number(contacts), OptionalDouble.of(past)));
            rows.add(List.of(
                    Cell.of(monday),
                    new Cell(Card.number(contacts), asked.casesOf(period.weekFrom(monday), "heard", "any")),
                    new Cell(
                            Card.number(past),
                            asked.casesOf(period.before().weekFrom(period.mondayBefore(monday)), "heard", "any")),
                    new Cell(Card.number(opened.getOrDefault(monday, 0L)), asked.casesOf(period.weekFrom(monday)))));
        });
        return new Chart(
                "volume",
                "Contacts, week by week",
                "How often families wrote or called, each time in the week in which they did; the outline is the same week of the"
                        + " period before.",
                marks,
                Drawings.columns("Contacts by week", marks),
                new Table(List.of("Week from", "Contacts", "Contacts before", "New cases"), rows));
    }

    private SortedMap<LocalDate, Long> byWeek(boolean now) {
        var weeks = new TreeMap<LocalDate, Long>();
        found.heard().stream()
                .filter(heard -> heard.isOfWeek() && heard.now() == now)
                .forEach(heard -> weeks.put(heard.monday(), heard.contacts()));
        return weeks;
    }

    Chart hours() {
        var now = new long[7][24];
        var before = new long[7][24];
        found.heard().stream()
                .filter(heard -> !heard.isOfWeek())
                .forEach(heard -> (heard.now() ? now : before)[heard.day() - 1][heard.hour()] += heard.contacts());
        var busy = IntStream.range(0, 24)
                .filter(hour -> Arrays.stream(now).anyMatch(day -> day[hour] > 0))
                .toArray();
        if (busy.length == 0)
            return new Chart("hours", "When families write", "", List.of(), "", new Table(List.of(), List.of()));
        var first = busy[0];
        var last = Math.max(busy[busy.length - 1], first);
        var shown = Arrays.stream(now)
                .map(day -> Arrays.copyOfRange(day, first, last + 1))
                .toArray(long[][]::new);
        var rows = new ArrayList<List<Cell>>();
        for (var day = 0; day < 7; day++) {
            for (var hour = first; hour <= last; hour++) {
                if (now[day][hour] + before[day][hour] == 0) continue;
                rows.add(List.of(
                        Cell.of(DAYS.get(day)),
                        Cell.of(hour + ":00"),
                        new Cell(Card.number(now[day][hour]), asked.cases("heard", (day + 1) + "-" + hour)),
                        new Cell(Card.number(before[day][hour]), asked.casesBefore("heard", (day + 1) + "-" + hour))));
            }
        }
        return new Chart(
                "hours",
                "When families write",
                "Contacts by day of the week and hour; the stronger the colour, the more.",
                List.of(),
                Drawings.field("Contacts by day of the week and hour", DAYS, first, shown),
                new Table(List.of("Day", "Hour", "Contacts", "Before"), rows));
    }
}
