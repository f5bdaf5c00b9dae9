package org.rightdoor.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * One measure by school year: what it came to, and what was to be reached, each as a line.
 *
 * @param measured by the year in which the school year began
 * @param goals of the years that have one
 * @param thisYear the school year that runs: its figure goes on changing
 */
record GoalChart(Measure measure, Map<Integer, Sums> measured, List<Goals.OfYear> goals, int thisYear) {

    /** Years before that are history. */
    private static final int MOST_YEARS = 4;

    private static final int TOP = 30;
    private static final int FLOOR = 112;
    private static final int HEIGHT = 142;

    /** Lines keep that share of the picture's height free above and below. */
    private static final double ROOM = 0.25;

    /** One school year of it. */
    record Year(int year, OptionalDouble value, OptionalDouble goal) {

        String name() {
            return nameOf(year);
        }
    }

    /** Such as {@code 2026-27}. */
    static String nameOf(int year) {
        return year + "-" + String.format(Locale.ROOT, "%02d", (year + 1) % 100);
    }

    /** From the first year with a figure or a goal to the next one, as far as there is room. */
    List<Year> years() {
        var all = IntStream.rangeClosed(thisYear - MOST_YEARS, thisYear + 1)
                .mapToObj(year -> new Year(year, value(year), goal(year)))
                .toList();
        return all.stream()
                .dropWhile(year -> year.value().isEmpty() && year.goal().isEmpty())
                .toList();
    }

    public boolean isEmpty() {
        return years().isEmpty();
    }

    public String svg() {
        var years = years();
        var svg = new Svg(inWords(), HEIGHT);
        line(svg, "goal-line", years.stream().map(Year::goal).toList());
        line(svg, "trend", years.stream().map(Year::value).toList());
        for (var i = 0; i < years.size(); i++) {
            var year = years.get(i);
            var x = across(i, years.size());
            svg.write("name", x, HEIGHT - 8, "middle", year.name());
            var goalAbove = year.goal().orElse(0) >= year.value().orElse(0);
            year.goal().ifPresent(goal -> svg.line("goal", x - 6, y(goal), x + 6, y(goal))
                    .write("goal-name", x, y(goal) + (goalAbove ? -8 : 18), "middle", "Goal " + measure.shown(goal)));
            year.value().ifPresent(value -> svg.dot("point", x, y(value), 4)
                    .write("figure", x, y(value) + (goalAbove ? 19 : -9), "middle", measure.shown(value)));
        }
        return svg.line("floor", 0, FLOOR + 8, 100, FLOOR + 8).toString();
    }

    /** Such as {@code Settled at first contact: 2025-26 62 %; 2026-27 64 %, goal 70 %}. */
    String inWords() {
        return measure.title() + ": "
                + years().stream()
                        .map(year -> year.name()
                                + (year.value().isPresent() ? " " + measure.shown(year.value()) : "")
                                + (year.goal().isPresent() ? ", goal " + measure.shown(year.goal()) : ""))
                        .collect(Collectors.joining("; "));
    }

    private OptionalDouble value(int year) {
        return measure.of(measured.getOrDefault(year, Sums.NONE));
    }

    private OptionalDouble goal(int year) {
        return goals.stream()
                .filter(goal -> goal.year() == year)
                .findFirst()
                .map(goal -> goal.of(measure))
                .orElse(OptionalDouble.empty());
    }

    private void line(Svg svg, String kind, List<OptionalDouble> values) {
        var x = new ArrayList<Double>();
        var y = new ArrayList<Double>();
        for (var i = 0; i < values.size(); i++) {
            if (values.get(i).isEmpty()) continue;
            x.add(across(i, values.size()));
            y.add(y(values.get(i).getAsDouble()));
        }
        if (x.size() > 1) svg.path(kind, array(x), array(y));
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double across(int i, int all) {
        return 100 * (i + 0.5) / all;
    }

    // Not from nought on: 94 and 97 percent would be one line.
    private double y(double value) {
        var all = years().stream()
                .flatMapToDouble(year -> DoubleStream.concat(year.value().stream(), year.goal().stream()))
                .summaryStatistics();
        var span = all.getMax() - all.getMin();
        if (span == 0) return (TOP + FLOOR) / 2.0;
        var low = all.getMin() - span * ROOM;
        return FLOOR - (value - low) / (span * (1 + 2 * ROOM)) * (FLOOR - TOP);
    }
}
