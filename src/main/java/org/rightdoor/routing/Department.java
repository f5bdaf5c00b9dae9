package org.rightdoor.routing;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/**
 * Who answers.
 *
 * @param hours opening hours in the district's time, Monday to Friday, such as {@code 8:00-16:30}
 * @param answersWithinDays the promise, in open days
 */
public record Department(
        String key, LocalText name, LocalText about, String email, String phone, String hours, int answersWithinDays) {

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

    /** The same with other words for its name and for what it does. */
    Department called(LocalText otherName, LocalText otherAbout) {
        return new Department(key, otherName, otherAbout, email, phone, hours, answersWithinDays);
    }

    private static String email(String text) {
        return require(text, EMAIL.matcher(text).matches());
    }

    private static String hours(String text) {
        var format = DateTimeFormatter.ofPattern("H:mm");
        var ends = text.split("-", -1);
        var inOrder = ends.length == 2
                && LocalTime.parse(ends[0].strip(), format).isBefore(LocalTime.parse(ends[1].strip(), format));
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
