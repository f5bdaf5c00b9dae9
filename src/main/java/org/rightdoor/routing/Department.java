package org.rightdoor.routing;

/**
 * Who answers.
 *
 * @param hours opening hours in the district's time, Monday to Friday, such as {@code 8:00-16:30}
 * @param answersWithinDays the promise, in open days
 */
public record Department(
        String key, LocalText name, LocalText about, String email, String phone, String hours, int answersWithinDays) {}
