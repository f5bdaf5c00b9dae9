package org.rightdoor.intake;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.rightdoor.inquiry.Part;
import org.rightdoor.routing.Department;
import org.rightdoor.routing.Priority;
import org.rightdoor.routing.Route;
import org.rightdoor.routing.RoutingRules;

/**
 * The departments that one mail was written to, in the order of its headers; empty unless there are several. Each of them
 * would have got it in its own mailbox, so each has a part in the case.
 */
record Addressees(List<Department> departments) {

    /** Above it, what was read says better whose the matter is than the address that the family knew. */
    private static final double FAIRLY_SURE = 0.6;

    /** What follows a plus sign is the reader's business and not another address (RFC 5233). */
    private static final Pattern MARK = Pattern.compile("\\+[^@]*@");

    /** In characters: enough to know what it is about; the whole of it stands in the case. */
    private static final int BEGINNING = 300;

    static Addressees of(Inbound message, RoutingRules rules) {
        var to = message.mail() == null ? Set.<String>of() : message.mail().to();
        var departments = to.stream()
                .map(address -> departmentAt(MARK.matcher(address).replaceFirst("@"), rules))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return new Addressees(departments.size() > 1 ? departments : List.of());
    }

    /** Where a case goes of which nobody could tell surely whose it is. */
    Route settle(Route route) {
        var isTheirs = departments.isEmpty()
                || departments.stream().anyMatch(each -> each.key().equals(route.department()));
        return isTheirs || route.priority() == Priority.URGENT || route.confidence() >= FAIRLY_SURE
                ? route
                : route.chosenBy("Who wrote", departments.get(0).key());
    }

    /** Parts for those that have none yet; what is urgent stays with whom it was given to. */
    List<Part> parts(Inbound message, Priority priority, Collection<String> served) {
        if (message.automatic() || priority == Priority.URGENT) return List.of();
        return departments.stream()
                .filter(department -> !served.contains(department.key()))
                .map(department -> part(message, department))
                .toList();
    }

    private static Part part(Inbound message, Department department) {
        var part = new Part();
        part.department = department.key();
        part.text = beginning(message.text());
        part.because = new String[] {"the mail was written to " + department.email() + " too"};
        part.createdAt = Instant.now();
        return part;
    }

    private static String beginning(String text) {
        return text.codePointCount(0, text.length()) <= BEGINNING
                ? text
                : text.substring(0, text.offsetByCodePoints(0, BEGINNING)) + " …";
    }

    private static Department departmentAt(String address, RoutingRules rules) {
        return rules.departments().values().stream()
                .filter(department -> department.email().equalsIgnoreCase(address))
                .findFirst()
                .orElse(null);
    }
}
