package org.rightdoor.insight;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.rightdoor.insight.Figures.Line;

/** How courteous families found the help, by how many contacts their case took. */
record Courtesy(List<Point> points) {

    /** That many contacts or more are counted together ({@code measure_keys} of the database). */
    static final int MANY = 10;

    /** Of a normal distribution, 95 % lie within so many standard errors. */
    private static final double HALF_INTERVAL = 1.96;

    /**
     * The answers of families whose case took that many contacts.
     *
     * @param squares sum of the squares of their answers
     */
    record Point(int contacts, long n, double sum, double squares) {

        public double mean() {
            return sum / n;
        }

        /** Half of the 95 % interval of the mean; of one answer nobody knows. */
        OptionalDouble interval() {
            if (n < 2) return OptionalDouble.empty();
            var variance = Math.max(0, (squares - sum * sum / n) / (n - 1));
            return OptionalDouble.of(HALF_INTERVAL * Math.sqrt(variance / n));
        }
    }

    /** From the lines of the dimension {@code contacts}. */
    static Courtesy of(List<Line> lines) {
        return new Courtesy(lines.stream()
                .filter(line -> line.sums().of("rated") > 0)
                .map(line -> new Point(
                        Integer.parseInt(line.key()),
                        line.sums().of("rated"),
                        line.sums().of("courtesy"),
                        line.sums().of("courtesy_squares")))
                .sorted(Comparator.comparingInt(Point::contacts))
                .toList());
    }

    /** By how much courtesy changes with each contact more (least squares over all answers); empty where all took as many. */
    OptionalDouble slope() {
        double n = 0;
        double x = 0;
        double y = 0;
        double xx = 0;
        double xy = 0;
        for (var point : points) {
            n += point.n();
            x += point.n() * (double) point.contacts();
            y += point.sum();
            xx += point.n() * (double) point.contacts() * point.contacts();
            xy += point.sum() * point.contacts();
        }
        var spread = n * xx - x * x;
        return spread == 0 ? OptionalDouble.empty() : OptionalDouble.of((n * xy - x * y) / spread);
    }
}
