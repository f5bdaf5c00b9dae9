package org.rightdoor.insight;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.rightdoor.inquiry.Survey;

/** What is measured: one sum over another. docs/measures.md defines each; its cases are those that hold a condition. */
enum Measure {
    CONTACTS_PER_CASE("Contacts per case", Unit.NUMBER, false, "contacts", "cases", "m.contacts > 1"),
    FIRST_CONTACT("Settled at first contact", Unit.SHARE, true, "first_contact", "settled", "m.first_contact = 1"),
    BY_ANSWER("Settled by an approved answer alone", Unit.SHARE, true, "by_answer", "settled", "m.by_answer = 1"),
    FIRST_ANSWER(
            "Open time to the first answer by a person",
            Unit.MINUTES,
            false,
            "answer_minutes",
            "answered",
            "m.answered = 1"),
    SETTLING("Open time until settled", Unit.MINUTES, false, "settle_minutes", "settled", "m.settled = 1"),
    PROMISES_KEPT("Promises kept", Unit.SHARE, true, "kept", "kept+broken", "m.broken > 0"),
    COURTESY("Courtesy, 1 to 5", Unit.NUMBER, true, "courtesy", "rated", "m.rated = 1"),
    REROUTED("Sent on to another department", Unit.SHARE, false, "rerouted", "cases", "m.rerouted = 1"),
    REROUTE_TIME(
            "Open time lost by being sent on", Unit.MINUTES, false, "reroute_minutes", "reroutes", "m.rerouted = 1"),
    REOPENED("Opened again", Unit.SHARE, false, "reopened", "cases", "m.reopened = 1"),
    HANDOVERS("Changes of hands per case", Unit.NUMBER, false, "handovers", "cases", "m.handovers > 0"),
    ANSWERS_HELPED("Approved answers that helped", Unit.SHARE, true, "helped", "helped+not_helped", "m.helped = 1");

    enum Unit {
        NUMBER,
        /** 0 to 1, shown in percent. */
        SHARE,
        /** Of open time. */
        MINUTES
    }

    private static final int MINUTES_OF_AN_HOUR = 60;

    private final String title;
    private final Unit unit;
    private final boolean moreIsBetter;
    private final String above;
    private final String below;
    private final String behind;

    Measure(String title, Unit unit, boolean moreIsBetter, String above, String below, String behind) {
        this.title = title;
        this.unit = unit;
        this.moreIsBetter = moreIsBetter;
        this.above = above;
        this.below = below;
        this.behind = behind;
    }

    /** What it can be at most, as it is shown. */
    double most() {
        if (unit == Unit.SHARE) return 100;
        return this == COURTESY ? Survey.MOST : Double.MAX_VALUE;
    }

    /** By the word for it in an address. */
    static Optional<Measure> named(String key) {
        return Arrays.stream(values())
                .filter(measure -> measure.key().equals(key))
                .findFirst();
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String title() {
        return title;
    }

    public Unit unit() {
        return unit;
    }

    public boolean moreIsBetter() {
        return moreIsBetter;
    }

    /** SQL over alias {@code m} of {@code case_measure}: the cases that a person wants to look at. */
    String behind() {
        return behind;
    }

    /** Empty where there is nothing to measure. */
    OptionalDouble of(Sums sums) {
        var n = n(sums);
        return n == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) sums.of(above) / n);
    }

    /** Of how many cases, promises or answers it is said. */
    long n(Sums sums) {
        return Arrays.stream(below.split("\\+")).mapToLong(sums::of).sum();
    }

    /** Such as {@code 1.74}, {@code 62 %} or {@code 3 h 20 min}; a dash where there is nothing to measure. */
    String shown(OptionalDouble value) {
        return value.isEmpty() ? "–" : shown(value.getAsDouble());
    }

    String shown(double value) {
        return switch (unit) {
            case NUMBER -> String.format(Locale.US, "%.2f", value);
            case SHARE -> String.format(Locale.US, "%.0f %%", 100 * value);
            case MINUTES -> time(Math.round(value));
        };
    }

    /** The smallest difference that can be seen. */
    double least() {
        return unit == Unit.MINUTES ? 1 : 0.01;
    }

    private static String time(long minutes) {
        if (minutes < MINUTES_OF_AN_HOUR) return minutes + " min";
        return minutes / MINUTES_OF_AN_HOUR + " h " + minutes % MINUTES_OF_AN_HOUR + " min";
    }
}
