package org.rightdoor.routing;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who answers.
 *
 * @param hours opening hours in the district's time, Monday to Friday, such as {@code 8:00-16:30}
 * @param answersWithinDays the promise, in open days
 */
public record Department(
        String key, LocalText name, LocalText about, String email, String phone, String hours, int answersWithinDays) {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("H:mm");
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
    private static final Pattern DAYS = Pattern.compile("([1-9]\\d?) days?");

    static Department read(Entry entry) {
        return new Department(
                entry.key(),
                entry.localText("name"),
                entry.localText("about"),
                entry.parsed("email", Department::email, "an e-mail address").orElse(""),
                entry.text("phone"),
                entry.parsed("hours", Department::hours, "opening hours such as 8:00-16:30")
                        .orElse(""),
                entry.parsed("answers-within", Department::days, "a number of open days such as 2 days")
                        .orElse(1));
    }

    /** True while it is open, at a time by the district's clocks. */
    public boolean isOpen(LocalDateTime at) {
        if (hours.isEmpty() || WEEKEND.contains(at.getDayOfWeek())) return false;
        var ends = hours.split("-");
        var time = at.toLocalTime();
        return !time.isBefore(LocalTime.parse(ends[0].strip(), HOUR))
                && time.isBefore(LocalTime.parse(ends[1].strip(), HOUR));
    }

    private static String email(String text) {
        return require(text, EMAIL.matcher(text).matches());
    }

    private static String hours(String text) {
        var ends = text.split("-", -1);
        var inOrder = ends.length == 2
                && LocalTime.parse(ends[0].strip(), HOUR).isBefore(LocalTime.parse(ends[1].strip(), HOUR));
        return require(text, inOrder);
    }

    private static int days(String text) {
        var days = DAYS.matcher(text);
        require(text, days.matches());
        return Integer.parseInt(days.group(1));
    }

    private static String require(String text, boolean valid) {
        if (!valid) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }
}
