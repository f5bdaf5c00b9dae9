package org.rightdoor.records.views;

import java.time.Instant;
import java.util.Arrays;
import org.rightdoor.people.Staff;

/**
 * That somebody saw a case.
 *
 * @param number null where it was more than one case, or where the token says which
 * @param token of the family's link; null for everybody else
 * @param staffId null for a program and for a family's link, behind which nobody guesses a person
 */
public record View(Long number, String token, Instant at, Road road, Long staffId, String viewer, String reason) {

    private static final String FAMILY_LINK = "Family link";

    public static View by(Staff staff, Long number, Road road, String reason) {
        return new View(number, null, Instant.now(), road, staff.id, staff.name, reason);
    }

    static View throughLink(String token) {
        return new View(null, token, Instant.now(), Road.FAMILY, null, FAMILY_LINK, "");
    }

    /** Two views that are one to whoever reads the log. */
    Object sameAs() {
        return Arrays.asList(number, token, road, staffId, viewer, reason);
    }
}
