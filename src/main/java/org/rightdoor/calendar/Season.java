package org.rightdoor.calendar;

import java.util.Map;
import org.rightdoor.routing.LocalText;

/**
 * Weeks with hours of their own, such as the summer with its four-day weeks.
 *
 * @param hours of everybody who has none below, or null where the ordinary ones hold
 * @param departments hours by key of the department
 * @param schools hours of all schools, or null
 * @param answeredBy who answers in place of a department, both by key
 */
public record Season(
        String key,
        LocalText name,
        Dates dates,
        Week hours,
        Map<String, Week> departments,
        Week schools,
        Map<String, String> answeredBy) {

    /** The hours of that week, or null where the season does not change them. */
    Week week(String department, boolean atSchool) {
        if (atSchool && schools != null) return schools;
        return departments.getOrDefault(department, hours);
    }
}
