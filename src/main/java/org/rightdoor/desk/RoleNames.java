package org.rightdoor.desk;

import org.rightdoor.people.Person;

/** Roles in the words of the desk. */
public final class RoleNames {

    private RoleNames() {}

    public static String of(Person.Role role) {
        if (role == null) return "Not known";
        return switch (role) {
            case PARENT -> "Parent or guardian";
            case STUDENT -> "Student";
            case STAFF -> "Member of staff";
            case COMMUNITY -> "Member of the community";
        };
    }
}
