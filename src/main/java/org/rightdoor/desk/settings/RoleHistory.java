package org.rightdoor.desk.settings;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.rightdoor.desk.Seat;
import org.rightdoor.people.RoleChange;
import org.rightdoor.people.Staff;

/** What somebody was, as the page of that person tells it. */
final class RoleHistory {

    /** @param by name of who did it, or null where that was not done here */
    record Line(String what, String by, Instant at) {}

    private RoleHistory() {}

    static List<Line> inWords(List<RoleChange> changes, Seat seat) {
        return changes.stream()
                .map(change -> new Line(what(change, seat), change.actor.isEmpty() ? null : change.actor, change.at))
                .toList();
    }

    static String what(RoleChange change, Seat seat) {
        var now = post(change.roles, change.departments, seat);
        if (change.formerRoles == null) return "Came as " + now;
        var said = new ArrayList<String>();
        var before = post(change.formerRoles, change.formerDepartments, seat);
        if (!before.equals(now)) said.add(now + "; before: " + before);
        if (change.active != change.formerActive) said.add(change.active ? "Let in again" : "Deactivated");
        return String.join(". ", said);
    }

    private static String post(String roles, String[] departments, Seat seat) {
        var staff = new Staff();
        staff.roles = roles;
        var post = StaffForm.Post.of(staff);
        var beside = staff.keepsRecords() && post != StaffForm.Post.RECORDS ? " who keeps records" : "";
        var where = departments.length == 0
                ? ""
                : " of " + Arrays.stream(departments).map(seat::departmentName).collect(Collectors.joining(", "));
        return post.title() + where + beside;
    }
}
