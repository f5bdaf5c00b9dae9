package org.rightdoor.desk.settings;

import java.util.List;
import org.rightdoor.people.Address;
import org.rightdoor.people.Staff;
import org.rightdoor.routing.RoutingRules;

/**
 * Somebody on the staff, as typed.
 *
 * @param role key of {@link Post}
 * @param records whether that person also keeps records
 * @param departments keys; administrators see all and need none
 * @param error what is wrong with it, or null
 */
record StaffForm(String email, String name, String role, boolean records, List<String> departments, String error) {

    private static final int LONGEST_NAME = 100;

    static final StaffForm BLANK = new StaffForm("", "", Staff.AGENT, false, List.of(), null);

    /** What somebody may be, with what it means. */
    enum Post {
        ADMIN(Staff.ADMIN, "Administrator", "sees everything and manages staff and settings"),
        LEAD(Staff.LEAD, "Lead", "an agent who is responsible for the departments below"),
        AGENT(Staff.AGENT, "Agent", "answers for the departments below"),
        HELPER(Staff.HELPER, "Helper", "writes answers that an agent or a lead sends"),
        VIEWER(Staff.VIEWER, "Viewer", "reads what the departments below work on"),
        RECORDS(Staff.RECORDS, "Records officer only", "sees who opened what, and no case");

        private final String role;
        private final String title;
        private final String meaning;

        Post(String role, String title, String meaning) {
            this.role = role;
            this.title = title;
            this.meaning = meaning;
        }

        static Post of(Staff staff) {
            var roles = List.of(staff.roles.split(","));
            for (var post : values()) if (roles.contains(post.role)) return post;
            return VIEWER;
        }

        public String role() {
            return role;
        }

        public String title() {
            return title;
        }

        public String meaning() {
            return meaning;
        }
    }

    static StaffForm of(String email, String name, String role, boolean records, List<String> departments) {
        return new StaffForm(
                email == null ? "" : email.strip(),
                name == null ? "" : name.replaceAll("\\p{Cc}", "").strip(),
                role == null ? "" : role,
                records,
                departments == null ? List.of() : departments,
                null);
    }

    static StaffForm of(Staff staff) {
        var post = Post.of(staff);
        return new StaffForm(
                staff.email,
                staff.name,
                post.role,
                staff.keepsRecords() && post != Post.RECORDS,
                List.of(staff.departments),
                null);
    }

    /** What to mend, or null. */
    String fault(RoutingRules rules) {
        if (name.isEmpty()) return "Give the name.";
        if (name.length() > LONGEST_NAME) return "A name has at most " + LONGEST_NAME + " characters.";
        if (Address.email(email).isEmpty()) return "That does not look like an e-mail address.";
        if (post() == null) return "Choose a role from the list.";
        if (needsDepartments() && departments.isEmpty()) return "Choose at least one department.";
        return rules.departments().keySet().containsAll(departments) ? null : "Choose departments from the list.";
    }

    /** As {@link Staff#roles}. */
    String roles() {
        return records && post() != Post.RECORDS ? role + "," + Staff.RECORDS : role;
    }

    /** Those that count for the role. */
    List<String> kept() {
        return needsDepartments() ? departments : List.of();
    }

    StaffForm wrong(String why) {
        return new StaffForm(email, name, role, records, departments, why);
    }

    private boolean needsDepartments() {
        return post() != Post.ADMIN && post() != Post.RECORDS;
    }

    private Post post() {
        for (var post : Post.values()) if (post.role.equals(role)) return post;
        return null;
    }
}
