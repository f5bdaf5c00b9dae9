package org.rightdoor.routing;

import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * A line of {@code retention.yml}: which cases are kept for how long, and why. An empty set is no condition.
 *
 * @param because the law or the schedule that says so
 */
public record RecordClass(
        String id, String name, Set<String> departments, Set<String> topics, Period keep, Start from, String because) {

    /** What the time is counted from. */
    public enum Start {
        CLOSED,
        LAST_CONTACT,
        /** The last day of the school year in which the case was closed. */
        SCHOOL_YEAR_END;

        String written() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final Pattern PERIOD = Pattern.compile("([1-9]\\d{0,2}) (day|month|year)s?");

    static RecordClass read(Entry entry, Known known) {
        var starts = Arrays.stream(Start.values()).map(Start::written).toList();
        var when = entry.nested("when");
        if (when.isPresent() && when.get().isEmpty()) entry.fault("when", "when must name department or topic");
        var start = entry.oneOf("from", Names.of("start", starts));
        return new RecordClass(
                entry.text("id"),
                entry.text("name"),
                Set.copyOf(when.map(cases -> cases.someOf("department", known.departments()))
                        .orElse(List.of())),
                Set.copyOf(
                        when.map(cases -> cases.someOf("topic", known.topics())).orElse(List.of())),
                entry.parsed("keep", RecordClass::period, "a time such as 3 years, 18 months or 90 days")
                        .orElse(Period.ofYears(1)),
                starts.contains(start)
                        ? Start.valueOf(start.toUpperCase(Locale.ROOT).replace('-', '_'))
                        : Start.CLOSED,
                entry.text("because"));
    }

    /** The time and what it is counted from, in English. */
    public String written() {
        var amount = keep.getYears() > 0
                ? keep.getYears() + " years"
                : keep.getMonths() > 0 ? keep.getMonths() + " months" : keep.getDays() + " days";
        return amount
                + switch (from) {
                    case CLOSED -> " after it was settled";
                    case LAST_CONTACT -> " after the last contact";
                    case SCHOOL_YEAR_END -> " after the school year in which it was settled";
                };
    }

    boolean holds(String department, String topic) {
        return (departments.isEmpty() || departments.contains(department))
                && (topics.isEmpty() || topic != null && topics.contains(topic));
    }

    /**
     * The first day on which such a case may be deleted.
     *
     * @param closed the day on which it was settled
     * @param endOfSchoolYear the last day of the school year to which a day belongs
     */
    public LocalDate due(LocalDate closed, LocalDate lastContact, UnaryOperator<LocalDate> endOfSchoolYear) {
        var start =
                switch (from) {
                    case CLOSED -> closed;
                    case LAST_CONTACT -> lastContact;
                    case SCHOOL_YEAR_END -> endOfSchoolYear.apply(closed);
                };
        return start.plus(keep).plusDays(1);
    }

    private static Period period(String text) {
        var matcher = PERIOD.matcher(text);
        if (!matcher.matches()) throw new IllegalArgumentException(text);
        var number = Integer.parseInt(matcher.group(1));
        return switch (matcher.group(2)) {
            case "day" -> Period.ofDays(number);
            case "month" -> Period.ofMonths(number);
            default -> Period.ofYears(number);
        };
    }
}
