package org.rightdoor.desk.settings;

import java.time.Duration;
import java.util.List;
import org.rightdoor.people.Scope;
import org.rightdoor.routing.RoutingRules;

/**
 * A key to be made, as typed.
 *
 * @param scopes keys of {@link Scope}
 * @param departments keys; none means all
 * @param days how long it is good; 0 for until it is revoked
 * @param error what is wrong with it, or null
 */
record KeyForm(String name, List<String> scopes, List<String> departments, int days, String error) {

    private static final int LONGEST_NAME = 80;
    private static final int A_YEAR = 365;

    /** Days to choose from, 0 for ever. */
    static final List<Integer> LASTING = List.of(30, 90, A_YEAR, 0);

    static final KeyForm BLANK = new KeyForm("", List.of(), List.of(), A_YEAR, null);

    static KeyForm of(String name, List<String> scopes, List<String> departments, Integer days) {
        return new KeyForm(
                name == null ? "" : name.replace("\0", "").strip(),
                scopes == null ? List.of() : scopes,
                departments == null ? List.of() : departments,
                days == null ? A_YEAR : days,
                null);
    }

    /** What to mend, or null. */
    String fault(RoutingRules rules) {
        if (name.isEmpty()) return "Say which program gets the key.";
        if (name.length() > LONGEST_NAME) return "A name has at most " + LONGEST_NAME + " characters.";
        if (scopes.isEmpty()) return "Choose what the program may do.";
        if (scopes.stream().anyMatch(scope -> Scope.of(scope).isEmpty())) return "Choose from the list what it may do.";
        if (!rules.departments().keySet().containsAll(departments)) return "Choose departments from the list.";
        return LASTING.contains(days) ? null : "Choose from the list how long it is good.";
    }

    List<Scope> chosen() {
        return scopes.stream().flatMap(scope -> Scope.of(scope).stream()).toList();
    }

    Duration lasting() {
        return days == 0 ? null : Duration.ofDays(days);
    }

    KeyForm wrong(String why) {
        return new KeyForm(name, scopes, departments, days, why);
    }
}
