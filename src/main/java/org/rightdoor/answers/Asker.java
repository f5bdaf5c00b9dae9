package org.rightdoor.answers;

import java.util.Set;
import org.rightdoor.people.Person;

/**
 * Who would be given an answer.
 *
 * @param school key of the school, or null where it is not known
 * @param role what the person says to be, or null
 */
public record Asker(String school, Person.Role role) {

    /** Of whom nothing is known but that a message came. */
    static final Asker ANYBODY = new Asker(null, null);

    boolean isOfOne(Set<String> schools) {
        return schools.isEmpty() || school != null && schools.contains(school);
    }

    boolean isAmong(Set<String> audience) {
        return audience.isEmpty() || audience.contains(audience());
    }

    private String audience() {
        // Whoever comes through the front door and does not say who it is, is taken for a family.
        if (role == null) return Answer.FAMILIES;
        return switch (role) {
            case PARENT -> Answer.FAMILIES;
            case STUDENT -> Answer.STUDENTS;
            case STAFF -> Answer.STAFF;
            case COMMUNITY -> Answer.COMMUNITY;
        };
    }
}
