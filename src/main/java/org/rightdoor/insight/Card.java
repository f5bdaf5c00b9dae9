package org.rightdoor.insight;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A figure for who has a minute.
 *
 * @param change against the equal past period, as a sentence
 * @param verdict good, bad or none
 * @param goal of the school year, or empty
 * @param href the cases behind it
 */
record Card(
        String key, String title, String figure, String change, String verdict, String n, String goal, String href) {

    static Card of(Measure measure, Sums now, Sums before, OptionalDouble goal, String href) {
        var value = measure.of(now);
        var past = measure.of(before);
        return new Card(
                measure.key(),
                measure.title(),
                measure.shown(value),
                change(measure, value, past),
                verdict(measure, value, past),
                "n = " + number(measure.n(now)),
                goal.isPresent() ? "Goal " + measure.shown(goal.getAsDouble()) + reached(measure, value, goal) : "",
                href);
    }

    /** How many there were, which is neither good nor bad. */
    static Card count(String title, long now, long before, String href) {
        var change = before == 0
                ? "None in the period before"
                : now == before
                        ? "As many as before"
                        : String.format(
                                Locale.US,
                                "%+.0f %% against %s before",
                                100.0 * (now - before) / before,
                                number(before));
        return new Card("cases", title, number(now), change, "none", "", "", href);
    }

    private static String change(Measure measure, OptionalDouble now, OptionalDouble before) {
        if (now.isEmpty() || before.isEmpty()) return "Nothing to compare with";
        if (measure.shown(now).equals(measure.shown(before))) return "As before";
        var by = now.getAsDouble() - before.getAsDouble();
        var much = measure.unit() == Measure.Unit.SHARE
                ? points(Math.max(1, Math.round(Math.abs(100 * by))))
                : measure.shown(Math.max(measure.least(), Math.abs(by)));
        return much + (by > 0 ? " more" : " less") + " than before (" + measure.shown(before) + ")";
    }

    private static String points(long points) {
        return points == 1 ? "1 point" : points + " points";
    }

    private static String verdict(Measure measure, OptionalDouble now, OptionalDouble before) {
        if (now.isEmpty() || before.isEmpty() || measure.shown(now).equals(measure.shown(before))) return "none";
        return now.getAsDouble() > before.getAsDouble() == measure.moreIsBetter() ? "good" : "bad";
    }

    private static String reached(Measure measure, OptionalDouble value, OptionalDouble goal) {
        if (value.isEmpty()) return "";
        var reached = measure.moreIsBetter()
                ? value.getAsDouble() >= goal.getAsDouble()
                : value.getAsDouble() <= goal.getAsDouble();
        return reached ? ", reached" : ", not reached";
    }

    static String number(long value) {
        return String.format(Locale.US, "%,d", value);
    }
}
