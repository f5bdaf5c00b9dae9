package org.rightdoor.records.retention;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Objects;
import org.rightdoor.calendar.Term;

/** The ends of the school years that the district's calendar knows; of all others, the 30th of June. */
record SchoolYears(List<Term> terms) {

    /** The last day of lessons of the school year that a day belongs to; what lies between two years belongs to the one before. */
    LocalDate endFor(LocalDate day) {
        var latest = terms.stream()
                .filter(term -> !term.dates().first().isAfter(day))
                .reduce((one, other) ->
                        one.dates().first().isAfter(other.dates().first()) ? one : other);
        var known = latest.filter(term -> term.dates().first().plusYears(1).isAfter(day));
        return known.map(term -> terms.stream()
                        .filter(other -> Objects.equals(other.schoolYear(), term.schoolYear()))
                        .map(other -> other.dates().last())
                        .max(LocalDate::compareTo)
                        .orElseThrow())
                .orElseGet(() -> day.getMonthValue() > Month.JUNE.getValue()
                        ? LocalDate.of(day.getYear() + 1, Month.JUNE, 30)
                        : LocalDate.of(day.getYear(), Month.JUNE, 30));
    }
}
