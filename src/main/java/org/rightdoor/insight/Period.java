package org.rightdoor.insight;

import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;

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

    /** As many days just before, moved by whole weeks where that is no more than a few days: Mondays against Mondays. */
    Period before() {
        var back = days() % 7 == 0 || days() < 7 ? days() : (days() / 7 + 1) * 7;
        return new Period(first.minusDays(back), last.minusDays(back));
    }
}
