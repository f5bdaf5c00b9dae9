package org.rightdoor.insight;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.rightdoor.insight.Drawings.Mark;
import org.rightdoor.insight.Table.Cell;

/** The pictures about contacts and measures, each with its table. */
final class Charts {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d", Locale.US);

    /** More bars are no picture any more; the table has them all. */
    private static final int MOST_BARS = 12;

    /** Who needed that many contacts or more stands in one column. */
    private static final int MANY = 6;

    private final Asked asked;
    private final Found found;

    Charts(Asked asked, Found found) {
        this.asked = asked;
        this.found = found;
    }

    Chart distribution() {
        var now = byContacts(true);
        var before = byContacts(false);
        var cases = now.values().stream().mapToLong(Long::longValue).sum();
        var past = before.values().stream().mapToLong(Long::longValue).sum();
        var marks = new ArrayList<Mark>();
        var rows = new ArrayList<List<Cell>>();
        for (var contacts = 1; contacts <= MANY; contacts++) {
            var n = now.getOrDefault(contacts, 0L);
            var share = cases == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) n / cases);
            var pastShare = past == 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of((double) before.getOrDefault(contacts, 0L) / past);
            var label = contacts == MANY ? MANY + " or more" : Integer.toString(contacts);
            marks.add(new Mark(label, share, percent(share), pastShare));
            rows.add(List.of(
                    Cell.of(label),
                    new Cell(Card.number(n), asked.cases("contacts", CasesBehind.contacts(contacts, MANY))),
                    Cell.of(percent(share)),
                    new Cell(percent(pastShare), asked.casesBefore("contacts", CasesBehind.contacts(contacts, MANY)))));
        }
        return new Chart(
                "distribution",
                "How many contacts cases took",
                "Share of the cases by their number of contacts; the outline is the period before.",
                marks,
                Drawings.columns("Share of cases by number of contacts", marks),
                new Table(List.of("Contacts", "Cases", "Share", "Share before"), cases == 0 ? List.of() : rows));
    }

    private Map<Integer, Long> byContacts(boolean now) {
        var cases = new TreeMap<Integer, Long>();
        found.of("contacts", now)
                .forEach(line -> cases.merge(
                        Math.min(MANY, Integer.parseInt(line.key())),
                        line.sums().cases(),
                        Long::sum));
        return cases;
    }

    Chart breakdown() {
        var measure = asked.measure();
        var by = asked.by();
        var now = found.by(by, true);
        var before = found.by(by, false);
        var keys = now.keySet().stream()
                .filter(key -> measure.n(now.get(key)) > 0)
                .sorted(Comparator.comparingDouble(
                        (String key) -> -measure.of(now.get(key)).getAsDouble()))
                .toList();
        var rows = keys.stream()
                .map(key -> List.of(
                        Cell.of(by.name(key, asked.seat())),
                        new Cell(measure.shown(measure.of(now.get(key))), behind(measure, by, key)),
                        Cell.of(Card.number(measure.n(now.get(key)))),
                        new Cell(
                                measure.shown(measure.of(before.getOrDefault(key, Sums.NONE))),
                                asked.casesBefore("measure", measure.key(), by.key(), named(key)))))
                .toList();
        // The worst stand first, for that is where to look; with few cases anything is the worst.
        var enough = Math.max(
                5, keys.stream().mapToLong(key -> measure.n(now.get(key))).sum() / 500);
        var marks = keys.stream()
                .filter(key -> keys.size() <= MOST_BARS || measure.n(now.get(key)) >= enough)
                .limit(MOST_BARS)
                .map(key -> new Mark(
                        by.name(key, asked.seat()),
                        measure.of(now.get(key)),
                        measure.shown(measure.of(now.get(key))) + " of " + Card.number(measure.n(now.get(key))),
                        measure.of(before.getOrDefault(key, Sums.NONE))))
                .toList();
        return new Chart(
                "breakdown",
                measure.title() + ", by " + by.title().toLowerCase(Locale.ROOT),
                "The highest first, each with its n; the tick is the period before.",
                marks,
                Drawings.bars(measure.title() + " by " + by.key(), marks),
                new Table(List.of(by.title(), measure.title(), "n", "Before"), rows));
    }

    private String behind(Measure measure, Breakdown by, String key) {
        return asked.cases("measure", measure.key(), by.key(), named(key));
    }

    private static String named(String key) {
        return key.isEmpty() ? "-" : key;
    }

    Chart trend() {
        var measure = asked.measure();
        var period = asked.period();
        var before = found.weeks().stream()
                .filter(week -> !week.now())
                .collect(Collectors.toMap(Figures.Week::monday, Figures.Week::sums));
        var marks = new ArrayList<Mark>();
        var rows = new ArrayList<List<Cell>>();
        for (var week : found.weeks()) {
            if (!week.now()) continue;
            var sums = week.sums();
            var monday = week.monday();
            var mondayBefore = period.mondayBefore(monday);
            var past = measure.of(before.getOrDefault(mondayBefore, Sums.NONE));
            var value = measure.of(sums);
            marks.add(new Mark(DAY.format(monday), value, measure.shown(value), past));
            rows.add(List.of(
                    Cell.of(monday),
                    new Cell(measure.shown(value), asked.casesOf(period.weekFrom(monday), "measure", measure.key())),
                    Cell.of(Card.number(measure.n(sums))),
                    past.isEmpty()
                            ? Cell.of(measure.shown(past))
                            : new Cell(
                                    measure.shown(past),
                                    asked.casesOf(period.before().weekFrom(mondayBefore), "measure", measure.key()))));
        }
        var goal = found.goals().of(measure);
        return new Chart(
                "trend",
                measure.title() + ", week by week",
                "Cases opened in the week that begins on that day; the faint line is the period before"
                        + (goal.isPresent() ? ", the dashed one the goal of the school year." : "."),
                marks,
                Drawings.trend(measure.title() + " by week", marks, goal, measure.shown(goal)),
                new Table(List.of("Week from", measure.title(), "n", "Before"), rows));
    }

    Chart courtesy() {
        var courtesy = Courtesy.of(found.of("contacts", true));
        var slope = courtesy.slope();
        var says = slope.isEmpty()
                ? "What families say of the help, by how many contacts their case took; the lines are 95 % intervals."
                : String.format(
                        Locale.US,
                        "With each contact more, courtesy is %.2f %s; the lines are 95 %% intervals.",
                        Math.abs(slope.getAsDouble()),
                        slope.getAsDouble() < 0 ? "lower" : "higher");
        var rows = courtesy.points().stream()
                .map(point -> List.of(
                        Cell.of(point.contacts()),
                        new Cell(
                                Measure.COURTESY.shown(point.mean()),
                                asked.cases(
                                        "measure",
                                        "courtesy",
                                        "contacts",
                                        CasesBehind.contacts(point.contacts(), Courtesy.MANY))),
                        Cell.of(point.interval().isEmpty() ? "–" : "± " + Measure.COURTESY.shown(point.interval())),
                        Cell.of(Card.number(point.n()))))
                .toList();
        return new Chart(
                "courtesy",
                "Courtesy against number of contacts",
                says,
                courtesy.points().stream()
                        .map(point -> new Mark(
                                point.contacts() == 1 ? "1 contact" : point.contacts() + " contacts",
                                OptionalDouble.of(point.mean()),
                                Measure.COURTESY.shown(point.mean()) + " of " + Card.number(point.n()),
                                OptionalDouble.empty()))
                        .toList(),
                Drawings.means("Mean courtesy by number of contacts", courtesy),
                new Table(List.of("Contacts", "Courtesy, 1 to 5", "95 % interval", "n"), rows));
    }

    private static String percent(OptionalDouble share) {
        return Measure.FIRST_CONTACT.shown(share);
    }
}
