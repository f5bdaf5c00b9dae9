package org.rightdoor.login;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.rightdoor.people.Staff;

/**
 * Which role and departments a value of the provider's claim gives, as in the setting: {@code IT-Admins=admin},
 * {@code Bus-Office=agent:transportation}, {@code Nurses=lead:health+counseling}.
 */
record RoleMap(List<Line> lines) {

    /** The strongest first: of several values that fit, that role counts, and the departments of all. */
    private static final List<String> ROLES = List.of(Staff.ADMIN, Staff.LEAD, Staff.AGENT, Staff.HELPER, Staff.VIEWER);

    record Line(String value, String role, List<String> departments) {}

    /** What somebody may do. */
    record Grant(String roles, List<String> departments) {}

    static RoleMap of(List<String> settings) {
        return new RoleMap(settings.stream().map(RoleMap::line).toList());
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /** Empty where no value fits: that person has no place here. */
    Optional<Grant> grant(List<String> values) {
        var fitting = lines.stream()
                .filter(line -> values.stream().anyMatch(value -> Claims.isSame(value, line.value())))
                .toList();
        var role = ROLES.stream()
                .filter(one -> fitting.stream().anyMatch(line -> line.role().equals(one)))
                .findFirst();
        if (role.isEmpty()) return Optional.empty();
        var roles = new ArrayList<>(List.of(role.get()));
        if (fitting.stream().anyMatch(line -> line.role().equals(Staff.RECORDS))) roles.add(Staff.RECORDS);
        var departments = new TreeSet<String>();
        fitting.forEach(line -> departments.addAll(line.departments()));
        return Optional.of(new Grant(String.join(",", roles), List.copyOf(departments)));
    }

    private static Line line(String setting) {
        var equals = setting.lastIndexOf('=');
        if (equals < 1) throw wrong(setting);
        var given = setting.substring(equals + 1).strip().split(":", 2);
        if (!ROLES.contains(given[0]) && !given[0].equals(Staff.RECORDS)) throw wrong(setting);
        var departments = given.length < 2 ? List.<String>of() : Arrays.asList(given[1].split("\\+"));
        return new Line(setting.substring(0, equals).strip(), given[0], departments);
    }

    private static IllegalArgumentException wrong(String setting) {
        return new IllegalArgumentException(
                "RIGHTDOOR_OIDC_ROLES: '" + setting + "' is not like Bus-Office=agent:transportation;" + " roles are "
                        + String.join(", ", ROLES) + " and " + Staff.RECORDS + ".");
    }
}
