package org.rightdoor.insight;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Days of the district, the first and the last one included. */
record Period(LocalDate first, LocalDate last) {

    /** A school year, for goals and figures, goes from July to June. */
    static final Month YEAR_BEGINS = Month.JULY;

    Period {
        if (last.isBefore(first)) throw new IllegalArgumentException("The last day comes before the first");
    }

    static Period upTo(LocalDate last, int days) {
        return new Period(last.minusDays(days - 1L), last);
    }

    static Period schoolYear(LocalDate today) {
        return new Period(LocalDate.of(startOfSchoolYear(today), YEAR_BEGINS, 1), today);
    }

    /** The year in which that day's school year began. */
    static int startOfSchoolYear(LocalDate day) {
        return day.getMonth().compareTo(YEAR_BEGINS) >= 0 ? day.getYear() : day.getYear() - 1;
    }

    public long days() {
        return ChronoUnit.DAYS.between(first, last) + 1;
    }

    /** As many days before, moved by the fewest whole weeks that part the two: Mondays against Mondays. */
    Period before() {
        return new Period(first.minusDays(back()), last.minusDays(back()));
    }

    private long back() {
        return (days() + 6) / 7 * 7;
    }

    /** The Monday of the week before that stands against the one from that Monday. */
    LocalDate mondayBefore(LocalDate monday) {
        return monday.minusDays(back());
    }

    /** Those of its days that lie in the week from that Monday. */
    Period weekFrom(LocalDate monday) {
        var sunday = monday.plusDays(6);
        return new Period(monday.isBefore(first) ? first : monday, sunday.isAfter(last) ? last : sunday);
    }

    /** Its days, and those of the equal past period. */
    LocalDate[] withBefore() {
        return Stream.of(before(), this).flatMap(Period::each).toArray(LocalDate[]::new);
    }

    /**
     * The condition that a day is one of these, with the parameters of {@link #bind}: from one end to the other, so that an
     * index can be read between the two; the past period ends before the other begins.
     */
    static String withBefore(String day) {
        return "%1$s between :firstBefore and :last and (%1$s <= :lastBefore or %1$s >= :first)".formatted(day);
    }

    void bind(BiConsumer<String, Object> parameters) {
        var before = before();
        parameters.accept("first", first);
        parameters.accept("last", last);
        parameters.accept("firstBefore", before.first);
        parameters.accept("lastBefore", before.last);
    }

    /** The Mondays of weeks that lie in it, or in the equal past period, as a whole. */
    LocalDate[] wholeWeeksWithBefore() {
        return Stream.of(before(), this)
                .flatMap(period -> period.each()
                        .filter(day -> day.getDayOfWeek() == DayOfWeek.MONDAY
                                && !day.plusDays(6).isAfter(period.last)))
                .toArray(LocalDate[]::new);
    }

    private Stream<LocalDate> each() {
        return first.datesUntil(last.plusDays(1));
    }
}
