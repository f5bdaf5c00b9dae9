package org.rightdoor.desk;

import java.util.List;
import org.rightdoor.people.Address;
import org.rightdoor.people.Staff;
import org.rightdoor.routing.RoutingRules;

/**
 * Somebody to be added to the staff, as typed.
 *
 * @param departments keys; an administrator sees all and needs none
 * @param error what is wrong with it, or null
 */
record Invitation(String email, String name, String role, List<String> departments, String error) {

    static final Invitation BLANK = new Invitation("", "", Staff.AGENT, List.of(), null);

    static Invitation of(String email, String name, String role, List<String> departments) {
        return new Invitation(
                email == null ? "" : email.strip(),
                name == null ? "" : name.replace("\0", "").strip(),
                Staff.ADMIN.equals(role) ? Staff.ADMIN : Staff.AGENT,
                departments == null ? List.of() : departments,
                null);
    }

    String fault(RoutingRules rules) {
        if (name.isEmpty()) return "Give the name.";
        if (Address.email(email).isEmpty()) return "That does not look like an e-mail address.";
        if (role.equals(Staff.AGENT) && departments.isEmpty()) return "Choose at least one department.";
        return rules.departments().keySet().containsAll(departments) ? null : "Choose departments from the list.";
    }

    Invitation wrong(String why) {
        return new Invitation(email, name, role, departments, why);
    }

    public boolean admin() {
        return role.equals(Staff.ADMIN);
    }
}
