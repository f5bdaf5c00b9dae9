package org.rightdoor.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The few kinds of pictures that the page is made of. */
final class Drawings {

    private static final int TOP = 26;
    private static final int FLOOR = 168;
    private static final int HEIGHT = 200;
    private static final int LINE = 40;
    private static final int MOST_LABELS = 9;

    /** What stands below a chart on a small phone without touching. */
    private static final int MOST_LETTERS = 26;

    /**
     * One bar, column or point.
     *
     * @param before the same in the equal past period
     */
    record Mark(String label, OptionalDouble value, String shown, OptionalDouble before) {}

    private Drawings() {}

    /** Bars one below the other, each with its name above it; a tick is the past period. */
    static String bars(String label, List<Mark> marks) {
        var most = most(marks, OptionalDouble.empty());
        var svg = new Svg(label, marks.size() * LINE + 4);
        for (var i = 0; i < marks.size(); i++) {
            var mark = marks.get(i);
            var y = i * LINE;
            svg.named(y, mark.label(), mark.shown()).rect("rail", 0, y + 22, 100, 8);
            mark.value().ifPresent(value -> svg.rect("bar", 0, y + 22, 100 * value / most, 8));
            var past = mark.before().orElse(0);
            if (past > 0) svg.line("past", 100 * past / most, y + 19, 100 * past / most, y + 33);
        }
        return svg.toString();
    }

    /** Columns side by side, their figures above them; an outline is the past period. */
    static String columns(String label, List<Mark> marks) {
        var most = most(marks, OptionalDouble.empty());
        var svg = new Svg(label, HEIGHT);
        var room = 100.0 / marks.size();
        var at = new ArrayList<Double>();
        var names = new ArrayList<String>();
        var each = (marks.size() + MOST_LABELS - 1) / MOST_LABELS;
        for (var i = 0; i < marks.size(); i++) {
            var mark = marks.get(i);
            var left = i * room;
            mark.before().ifPresent(before -> column(svg, "past-bar", left + room * 0.08, room * 0.84, before / most));
            mark.value().ifPresent(value -> column(svg, "bar", left + room * 0.2, room * 0.6, value / most));
            if (i % each != 0) continue;
            var high = Math.max(mark.value().orElse(0), mark.before().orElse(0)) / most;
            if (marks.size() <= MOST_LABELS) svg.write("figure", left + room / 2, y(high) - 6, "middle", mark.shown());
            at.add(left + room / 2);
            names.add(mark.label());
        }
        below(svg, FLOOR + 20, at, names);
        return svg.line("floor", 0, FLOOR, 100, FLOOR).toString();
    }

    /** A line through time, the past period beneath it, and the goal. */
    static String trend(String label, List<Mark> marks, OptionalDouble goal, String goalShown) {
        var most = most(marks, goal);
        var svg = new Svg(label, HEIGHT);
        goal.ifPresent(value -> svg.line("goal", 0, y(value / most), 100, y(value / most))
                .write("goal-name", 100, y(value / most) - 5, "end", "Goal " + goalShown));
        line(svg, "past-line", marks.stream().map(Mark::before).toList(), most);
        line(svg, "trend", marks.stream().map(Mark::value).toList(), most);
        var at = new ArrayList<Double>();
        var names = new ArrayList<String>();
        var each = (marks.size() + MOST_LABELS - 1) / MOST_LABELS;
        for (var i = 0; i < marks.size(); i++) {
            var x = across(i, marks.size());
            var mark = marks.get(i);
            mark.value().ifPresent(value -> svg.dot("point", x, y(value / most), 3.5));
            if (i % each == 0) {
                at.add(x);
                names.add(mark.label());
            }
            if (i == marks.size() - 1 && mark.value().isPresent()) {
                svg.write("figure", x, y(mark.value().getAsDouble() / most) - 10, "middle", mark.shown());
            }
        }
        below(svg, FLOOR + 20, at, names);
        return svg.line("floor", 0, FLOOR, 100, FLOOR).toString();
    }

    /** Means with the interval in which they lie, on a scale from 1 to 5. */
    static String means(String label, Courtesy courtesy) {
        var svg = new Svg(label, HEIGHT);
        for (var step = 1; step <= 5; step++) {
            svg.line("grid", 6, scale(step), 100, scale(step))
                    .write("name", 0, scale(step) + 4, "start", Integer.toString(step));
        }
        var points = courtesy.points();
        for (var i = 0; i < points.size(); i++) {
            var point = points.get(i);
            var x = 6 + (i + 0.5) * 94 / points.size();
            point.interval()
                    .ifPresent(half -> svg.line(
                            "interval",
                            x,
                            scale(Math.min(5, point.mean() + half)),
                            x,
                            scale(Math.max(1, point.mean() - half))));
            svg.dot("point", x, scale(point.mean()), 5)
                    .write(
                            "figure",
                            x,
                            scale(Math.min(5, point.mean() + point.interval().orElse(0))) - 8,
                            "middle",
                            Measure.COURTESY.shown(point.mean()))
                    .write(
                            "name",
                            x,
                            FLOOR + 20,
                            "middle",
                            point.contacts() == 1 ? "1 contact" : Integer.toString(point.contacts()));
        }
        return svg.toString();
    }

    /** A field of squares, darker where there is more; rows are days of the week, columns are hours. */
    static String field(String label, List<String> rows, int firstColumn, long[][] values) {
        var high = 26;
        var svg = new Svg(label, rows.size() * high + 24);
        long most = 1;
        for (var row : values) for (var value : row) most = Math.max(most, value);
        // The names of the days need that much of a small phone.
        var left = 17;
        var room = (100.0 - left) / values[0].length;
        for (var r = 0; r < rows.size(); r++) {
            svg.write("name", 0, r * high + 17, "start", rows.get(r));
            for (var c = 0; c < values[r].length; c++) {
                var heat = values[r][c] == 0 ? 0 : 1 + (int) (4 * values[r][c] / (most + 1));
                svg.rect("heat" + heat, left + c * room + 0.2, r * high + 1, room - 0.4, high - 2);
            }
        }
        var at = new ArrayList<Double>();
        var names = new ArrayList<String>();
        for (var c = 0; c < values[0].length; c += 3) {
            at.add(left + (c + 0.5) * room);
            names.add(clock(firstColumn + c));
        }
        below(svg, rows.size() * high + 18, at, names);
        return svg.toString();
    }

    /** Where there is little room every other one goes, if they are long together. */
    private static void below(Svg svg, double y, List<Double> at, List<String> names) {
        var crowded = names.stream().mapToInt(String::length).sum() > MOST_LETTERS;
        for (var i = 0; i < names.size(); i++) {
            svg.write(crowded && i % 2 == 1 ? "name other" : "name", at.get(i), y, "middle", names.get(i));
        }
    }

    private static String clock(int hour) {
        return hour % 12 == 0 ? hour == 12 ? "noon" : "midnight" : hour % 12 + (hour < 12 ? " am" : " pm");
    }

    private static void column(Svg svg, String kind, double left, double width, double share) {
        svg.rect(kind, left, y(share), width, FLOOR - y(share));
    }

    // Weeks in which there was nothing to measure are left out of the line.
    private static void line(Svg svg, String kind, List<OptionalDouble> values, double most) {
        var known = java.util.stream.IntStream.range(0, values.size())
                .filter(i -> values.get(i).isPresent())
                .toArray();
        if (known.length < 2) return;
        svg.path(
                kind,
                java.util.Arrays.stream(known)
                        .mapToDouble(i -> across(i, values.size()))
                        .toArray(),
                java.util.Arrays.stream(known)
                        .mapToDouble(i -> y(values.get(i).getAsDouble() / most))
                        .toArray());
    }

    private static double across(int i, int all) {
        return 4 + 92 * (i + 0.5) / all;
    }

    private static double y(double share) {
        return FLOOR - share * (FLOOR - TOP);
    }

    private static double scale(double courtesy) {
        return y((courtesy - 1) / 4);
    }

    private static double most(List<Mark> marks, OptionalDouble goal) {
        var most = goal.orElse(0);
        for (var mark : marks)
            most = Math.max(most, Math.max(mark.value().orElse(0), mark.before().orElse(0)));
        return most == 0 ? 1 : most;
    }
}
