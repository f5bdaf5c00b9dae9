package org.rightdoor.people;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the roles allow, for {@code @RolesAllowed}: an endpoint names the deed, and this table says who may do it. To which
 * cases is another matter, see {@code inquiry.Sight}.
 */
public final class May {

    /** Look at cases and at what the desk shows of them. */
    public static final String READ = "read";
    /** Change cases, and what is kept about families. */
    public static final String WORK = "work";
    /** Let something out to a family: answers, and those a helper has written. */
    public static final String SEND = "send";
    /** Answer for a department: name who sees a confidential case, review what others wrote. */
    public static final String LEAD = "answer-for";
    /** Set up the district: staff, keys, calendar, what was learned. */
    public static final String RUN = "run";

    /** See how many and how often, without any case. */
    public static final String COUNT = "count";
    /** Take whole tables out of the house. */
    public static final String EXPORT = "take-out";
    /** Ask more at once than the crowd may. */
    public static final String ASK = "ask";
    /** Hand in mails that families sent; only programs do. */
    public static final String DELIVER = "deliver";

    private static final Map<String, Set<String>> BY_ROLE = Map.of(
            Staff.ADMIN, Set.of(READ, COUNT, ASK, WORK, SEND, LEAD, EXPORT, RUN),
            Staff.LEAD, Set.of(READ, COUNT, ASK, WORK, SEND, LEAD, EXPORT),
            Staff.AGENT, Set.of(READ, COUNT, ASK, WORK, SEND),
            Staff.HELPER, Set.of(READ, COUNT, ASK, WORK),
            Staff.VIEWER, Set.of(READ, COUNT, ASK),
            Staff.RECORDS, Set.of(READ, COUNT, ASK));

    private May() {}

    /** Everything that somebody with these roles may do; roles nobody knows allow nothing. */
    public static Set<String> of(Staff staff) {
        return Arrays.stream(staff.roles.split(","))
                .flatMap(role -> BY_ROLE.getOrDefault(role, Set.of()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
