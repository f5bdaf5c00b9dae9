package org.rightdoor.inquiry;

import java.util.List;
import java.util.function.BiConsumer;
import org.rightdoor.people.Staff;

/**
 * Which cases somebody may see, as a condition that every query about cases carries: lists, counts, search, events, exports
 * and notifications alike. A case nobody may see does not exist for them.
 *
 * @param staffId null for a program
 * @param everywhere true where every department's cases are seen, those that are confidential excepted
 * @param departments keys of the departments whose cases and parts of cases are seen
 */
public record Sight(Long staffId, boolean everywhere, List<String> departments) {

    private static final String NAMED =
            "exists (select from named_on_case n where n.inquiry_number = i.number and n.staff_id = :sightOf"
                    + " and (n.until is null or n.until > now()))";

    private static final String OWN =
            """
            i.department = any(string_to_array(:sightDepartments, ','))
            or exists (select from part s where s.inquiry_number = i.number
                       and s.department = any(string_to_array(:sightDepartments, ',')))""";

    private static final String HANDED_OVER =
            """
            i.status <> 'RESOLVED' and exists (select from event e where e.inquiry_number = i.number
                                               and e.staff_id = :sightOf and e.kind = 'ROUTED')""";

    // A department that is asked something reads the case until it has answered.
    private static final String ASKED =
            """
            exists (select from consultation q where q.inquiry_number = i.number and q.ended_at is null
                    and q.department = any(string_to_array(:sightDepartments, ',')))""";

    public static Sight of(Staff staff) {
        return new Sight(staff.id, staff.isAdmin(), staff.worksFor());
    }

    /** SQL that holds for the rows of {@code inquiry i} that may be read; its parameters are set by {@link #bind}. */
    public String mayRead() {
        return visible(everywhere ? "true" : OWN + " or " + ASKED + " or (" + HANDED_OVER + ")");
    }

    /** The same for rows that may be worked on: without what was handed over, which is only read on. */
    public String mayWork() {
        return visible(everywhere ? "true" : OWN);
    }

    /** The same for rows that the reader has handed over to a department of others. */
    String handedOver() {
        return mayRead() + " and " + HANDED_OVER
                + (everywhere ? "" : " and not i.department = any(string_to_array(:sightDepartments, ','))");
    }

    /** The same for rows of which those who take calls may know that they exist; needs no more than {@link #bindPerson}. */
    public String mayKnow() {
        return visible("true");
    }

    private static String visible(String openly) {
        return "((not i.confidential and (" + openly + ")) or " + NAMED + ")";
    }

    /** Sets the parameters of {@link #mayRead} and {@link #mayWork}, such as by {@code query::setParameter}. */
    public void bind(BiConsumer<String, Object> parameters) {
        bindPerson(parameters);
        if (!everywhere) parameters.accept("sightDepartments", String.join(",", departments));
    }

    void bindPerson(BiConsumer<String, Object> parameters) {
        parameters.accept("sightOf", staffId == null ? -1L : staffId);
    }
}
