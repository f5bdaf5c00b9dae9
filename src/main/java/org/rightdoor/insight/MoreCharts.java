package org.rightdoor.insight;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.rightdoor.insight.Drawings.Mark;
import org.rightdoor.insight.Table.Cell;

/** The pictures about where cases go, what waits, and how right the machine was. */
final class MoreCharts {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yyyy", Locale.US);

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
                        new Cell(Card.number(move.before()), asked.casesBefore("moved", move.from() + "~" + move.to())),
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
                        new Cell(Card.number(line.sums().of("by_answer")), given(line, "by-answer")),
                        new Cell(Card.number(line.sums().of("helped")), given(line, "answers-helped")),
                        new Cell(Card.number(line.sums().of("not_helped")), given(line, CasesBehind.NOT_HELPED))))
                .toList();
        return new Chart(
                "answers",
                "Answers given at once, and whether they helped",
                "How often approved answers left by themselves, and the share that helped.",
                marks,
                Drawings.bars("Approved answers given", marks),
                new Table(List.of("Answer", "Given", "Settled by it alone", "Helped", "Did not help"), rows));
    }

    private String given(Figures.Line line, String measure) {
        return asked.cases("answer", line.key(), "measure", measure);
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
                        Cell.of(load.name()),
                        new Cell(Card.number(load.open()), onDesk(load, "open")),
                        new Cell(Card.number(load.late()), onDesk(load, "late")),
                        new Cell(Card.number(load.waiting()), onDesk(load, "waiting"))))
                .toList();
        return new Chart(
                "loads",
                "Who has how much now",
                "Cases that are assigned to somebody.",
                marks,
                Drawings.bars("Open cases by member of staff", marks),
                new Table(List.of("Name", "Open", "Late", "Waiting for the family"), rows));
    }

    private String onDesk(Extras.Load load, String which) {
        return asked.cases("with", Long.toString(load.who()), "desk", which, "period", null, "from", null, "to", null);
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
