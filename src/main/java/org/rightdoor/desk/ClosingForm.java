package org.rightdoor.desk;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.rightdoor.calendar.Closing;
import org.rightdoor.calendar.DeclaredClosing;
import org.rightdoor.routing.RoutingRules;

/**
 * A closed day as typed at the desk.
 *
 * @param day {@code today}, {@code tomorrow} or {@code other}, which {@code date} names
 * @param until the last day where there are several; empty for one
 * @param how {@code closed}, {@code late} or {@code early}; {@code time} says when for the last two
 * @param who {@code everybody}, {@code schools} or {@code some}, which {@code schools} names by key
 */
record ClosingForm(
        String day,
        String date,
        String until,
        String how,
        String time,
        String who,
        List<String> schools,
        String why,
        String error) {

    private static final int LONGEST_WHY = 200;
    private static final int MOST_DAYS = 31;

    static ClosingForm blank(LocalTime now) {
        var day = now.isBefore(LocalTime.of(9, 0)) ? "today" : "tomorrow";
        return new ClosingForm(day, "", "", "closed", "", "everybody", List.of(), "", null);
    }

    static ClosingForm of(
            String day,
            String date,
            String until,
            String how,
            String time,
            String who,
            List<String> schools,
            String why) {
        return new ClosingForm(
                orEmpty(day),
                orEmpty(date),
                orEmpty(until),
                orEmpty(how),
                orEmpty(time),
                orEmpty(who),
                schools == null ? List.of() : schools,
                orEmpty(why),
                null);
    }

    ClosingForm wrong(String why) {
        return new ClosingForm(day, date, until, how, time, who, schools, this.why, why);
    }

    /** @throws IllegalArgumentException saying what is missing or cannot be */
    DeclaredClosing closing(LocalDate today, Seat seat) {
        var closing = new DeclaredClosing();
        closing.firstDay = first(today);
        closing.lastDay = until.isEmpty() ? closing.firstDay : date(until);
        if (closing.firstDay.isBefore(today)) throw new IllegalArgumentException("That day is over.");
        if (closing.lastDay.isBefore(closing.firstDay)
                || closing.firstDay.plusDays(MOST_DAYS).isBefore(closing.lastDay)) {
            throw new IllegalArgumentException("The last day must come after the first, within a month.");
        }
        if (how.equals("late")) closing.opensAt = hour();
        if (how.equals("early")) closing.closesAt = hour();
        closing.onlyFor = only(seat.rules());
        if (why.length() > LONGEST_WHY) throw new IllegalArgumentException("Say why in at most 200 characters.");
        closing.why = why;
        closing.declaredAt = Instant.now();
        closing.declaredBy = seat.staff().name;
        closing.staffId = seat.staff().id;
        return closing;
    }

    private LocalDate first(LocalDate today) {
        return switch (day) {
            case "today" -> today;
            case "tomorrow" -> today.plusDays(1);
            default -> date(date);
        };
    }

    private static LocalDate date(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException none) {
            throw new IllegalArgumentException("Choose the date.");
        }
    }

    private LocalTime hour() {
        try {
            return LocalTime.parse(time);
        } catch (DateTimeException none) {
            throw new IllegalArgumentException("Say at what time.");
        }
    }

    private String[] only(RoutingRules rules) {
        return switch (who) {
            case "schools" -> new String[] {Closing.SCHOOLS};
            case "some" -> {
                if (schools.isEmpty() || !rules.schools().keySet().containsAll(schools)) {
                    throw new IllegalArgumentException("Choose the schools.");
                }
                yield schools.toArray(String[]::new);
            }
            default -> new String[0];
        };
    }

    private static String orEmpty(String typed) {
        return typed == null ? "" : typed.replace("\0", "").strip();
    }
}
