package org.rightdoor.insight;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
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

/** The pictures about where cases go, when they come, what waits, and how right the machine was. */
final class MoreCharts {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d", Locale.US);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yyyy", Locale.US);

    private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
    private static final int MOST_BARS = 8;

    private final Asked asked;
    private final Found found;

    MoreCharts(Asked asked, Found found) {
        this.asked = asked;
        this.found = found;
    }

    Chart moves() {
        var moves = found.moves().stream().filter(move -> move.now() > 0).toList();
        var marks = moves.stream()
                .limit(MOST_BARS)
                .map(move -> new Mark(
                        name(move.from()) + " → " + name(move.to()),
                        OptionalDouble.of(move.now()),
                        Card.number(move.now()),
                        OptionalDouble.of(move.before())))
                .toList();
        var rows = moves.stream()
                .map(move -> List.of(
                        Cell.of(name(move.from())),
                        Cell.of(name(move.to())),
                        new Cell(Card.number(move.now()), asked.cases("moved", move.from() + "~" + move.to())),
                        Cell.of(Card.number(move.before())),
                        Cell.of(Measure.REROUTE_TIME.shown(move.minutes()))))
                .toList();
        return new Chart(
                "moves",
                "Sent on, from where to where",
                "How often staff gave a case to another department; the tick is the period before.",
                marks,
                Drawings.bars("Cases sent on, by departments", marks),
                new Table(List.of("From", "To", "Times", "Before", "Open time lost each time"), rows));
    }

    Chart answers() {
        var lines = found.of("answer", true).stream()
                .sorted((a, b) -> Long.compare(b.sums().cases(), a.sums().cases()))
                .toList();
        var marks = lines.stream()
                .limit(MOST_BARS)
                .map(line -> new Mark(
                        found.question(line.key()),
                        OptionalDouble.of(line.sums().cases()),
                        Card.number(line.sums().cases()) + " · "
                                + Measure.ANSWERS_HELPED.shown(Measure.ANSWERS_HELPED.of(line.sums())),
                        OptionalDouble.empty()))
                .toList();
        var rows = lines.stream()
                .map(line -> List.of(
                        new Cell(found.question(line.key()), "/desk/answers/" + line.key()),
                        new Cell(Card.number(line.sums().cases()), asked.cases("answer", line.key())),
                        Cell.of(Card.number(line.sums().of("by_answer"))),
                        Cell.of(Card.number(line.sums().of("helped"))),
                        Cell.of(Card.number(line.sums().of("not_helped")))))
                .toList();
        return new Chart(
                "answers",
                "Answers given at once, and whether they helped",
                "How often approved answers left by themselves, and the share that helped.",
                marks,
                Drawings.bars("Approved answers given", marks),
                new Table(List.of("Answer", "Given", "Settled by it alone", "Helped", "Did not help"), rows));
    }

    Chart volume() {
        var now = byWeek(true);
        var before = byWeek(false);
        var opened = found.weeks().stream()
                .filter(Figures.Week::now)
                .collect(Collectors.toMap(
                        Figures.Week::monday, week -> week.sums().cases()));
        var marks = new ArrayList<Mark>();
        var rows = new ArrayList<List<Cell>>();
        now.forEach((monday, contacts) -> {
            var past = before.getOrDefault(pastOf(monday), 0L);
            marks.add(new Mark(
                    DAY.format(monday), OptionalDouble.of(contacts), Card.number(contacts), OptionalDouble.of(past)));
            rows.add(List.of(
                    Cell.of(monday),
                    Cell.of(Card.number(contacts)),
                    Cell.of(Card.number(past)),
                    new Cell(Card.number(opened.getOrDefault(monday, 0L)), openedIn(monday))));
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

    private String openedIn(LocalDate monday) {
        var period = asked.period();
        var first = monday.isBefore(period.first()) ? period.first() : monday;
        var sunday = monday.plusDays(6);
        var last = sunday.isAfter(period.last()) ? period.last() : sunday;
        return asked.cases("period", null, "from", first.toString(), "to", last.toString());
    }

    private SortedMap<LocalDate, Long> byWeek(boolean now) {
        var weeks = new TreeMap<LocalDate, Long>();
        found.heard().stream()
                .filter(heard -> heard.isOfWeek() && heard.now() == now)
                .forEach(heard -> weeks.put(heard.monday(), heard.contacts()));
        return weeks;
    }

    /** The Monday of the week that stands against the one from that Monday. */
    private LocalDate pastOf(LocalDate monday) {
        var period = asked.period();
        var first = monday.isBefore(period.first()) ? period.first() : monday;
        return first.minusDays(ChronoUnit.DAYS.between(period.before().first(), period.first()))
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
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
                        Cell.of(Card.number(now[day][hour])),
                        Cell.of(Card.number(before[day][hour]))));
            }
        }
        return new Chart(
                "hours",
                "When families write",
                "Contacts by day of the week and hour; the darker, the more.",
                List.of(),
                Drawings.field("Contacts by day of the week and hour", DAYS, first, shown),
                new Table(List.of("Day", "Hour", "Contacts", "Before"), rows));
    }

    Chart backlog() {
        var marks = found.ages().stream()
                .map(age -> new Mark(
                        age.name(), OptionalDouble.of(age.cases()), Card.number(age.cases()), OptionalDouble.empty()))
                .toList();
        var rows = IntStream.range(0, found.ages().size())
                .mapToObj(i -> List.of(
                        Cell.of(found.ages().get(i).name()),
                        new Cell(
                                Card.number(found.ages().get(i).cases()),
                                asked.cases("age", Integer.toString(i), "period", null, "from", null, "to", null))))
                .toList();
        return new Chart(
                "backlog",
                "What is not settled now, by age",
                "Open cases and those waiting for the family, whenever they were opened.",
                marks,
                Drawings.bars("Unsettled cases by age", marks),
                new Table(List.of("Opened", "Cases"), rows));
    }

    Chart loads() {
        var marks = found.loads().stream()
                .limit(MOST_BARS)
                .map(load -> new Mark(
                        load.name(),
                        OptionalDouble.of(load.open()),
                        load.open() + " open, " + load.late() + " late",
                        OptionalDouble.empty()))
                .toList();
        var rows = found.loads().stream()
                .map(load -> List.of(
                        Cell.of(load.name()), Cell.of(load.open()), Cell.of(load.late()), Cell.of(load.waiting())))
                .toList();
        return new Chart(
                "loads",
                "Who has how much now",
                "Cases that are assigned to somebody.",
                marks,
                Drawings.bars("Open cases by member of staff", marks),
                new Table(List.of("Name", "Open", "Late", "Waiting for the family"), rows));
    }

    Chart net() {
        var marks = found.net().stream()
                .map(month -> new Mark(
                        MONTH.format(month.month()),
                        share(month.real(), month.real() + month.wrong()),
                        percent(month.real(), month.real() + month.wrong()) + " · "
                                + percent(month.real(), month.real() + month.missed()),
                        share(month.real(), month.real() + month.missed())))
                .toList();
        var rows = found.net().stream()
                .map(month -> List.of(
                        Cell.of(MONTH.format(month.month())),
                        Cell.of(percent(month.real(), month.real() + month.wrong())),
                        Cell.of(percent(month.real(), month.real() + month.missed())),
                        Cell.of(month.real()),
                        Cell.of(month.wrong()),
                        Cell.of(month.missed()),
                        Cell.of(month.unjudged())))
                .toList();
        return new Chart(
                "net",
                "How right the safety net was",
                "Bar and first figure: of its alerts that somebody judged, the share that was real (precision). Tick and second figure: of all"
                        + " that was real, the share that it noticed (recall).",
                marks,
                Drawings.bars("Precision and recall of the safety net by month", marks),
                new Table(
                        List.of("Month", "Precision", "Recall", "Real", "False alarms", "Missed", "Not judged yet"),
                        rows));
    }

    private static OptionalDouble share(long part, long whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
    }

    private static String percent(long part, long whole) {
        return Measure.FIRST_CONTACT.shown(share(part, whole));
    }

    private String name(String department) {
        return asked.seat().departmentName(department);
    }
}
