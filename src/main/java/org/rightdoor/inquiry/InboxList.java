package org.rightdoor.inquiry;

import java.util.Locale;

/** The lists of the desk. Merged cases are in none of them, and sleeping ones only in their own and in those of all. */
public enum InboxList {
    OPEN(Conditions.OPEN, InboxOrder.DUE),
    MINE("i.assignee_id = :sightOf and i.status <> 'RESOLVED' and " + Conditions.AWAKE, InboxOrder.DUE),
    UNASSIGNED(Conditions.OPEN + " and i.assignee_id is null", InboxOrder.DUE),
    /** Due within the next day, or late. */
    SOON(Conditions.OPEN + " and coalesce(i.due_at, 'infinity') < now() + interval '24 hours'", InboxOrder.DUE),
    WAITING("i.status = 'WAITING' and " + Conditions.AWAKE, InboxOrder.NEWEST),
    /** Handed over by the reader, and not settled yet by those who have it now. */
    HANDED_OVER("i.status <> 'RESOLVED' and i.merged_into is null", InboxOrder.NEWEST),
    SNOOZED("i.snoozed_until > now() and i.status <> 'RESOLVED' and i.merged_into is null", InboxOrder.WAKES),
    RESOLVED("i.status = 'RESOLVED' and i.merged_into is null", InboxOrder.NEWEST),
    ALL("i.merged_into is null", InboxOrder.NEWEST);

    // Literals, and not parameters, let the planner see that a partial index fits.
    private static final class Conditions {
        static final String AWAKE = "i.merged_into is null and (i.snoozed_until is null or i.snoozed_until <= now())";
        static final String OPEN = "i.status = 'OPEN' and " + AWAKE;
    }

    /** SQL that holds for the rows of {@code inquiry i} that are in it. */
    final String condition;

    final InboxOrder order;

    InboxList(String condition, InboxOrder order) {
        this.condition = condition;
        this.order = order;
    }

    /** The list of that name; open cases when there is none. */
    public static InboxList named(String key) {
        for (var list : values()) if (list.key().equals(key)) return list;
        return OPEN;
    }

    public static InboxList of(Status status) {
        return status == null ? ALL : valueOf(status.name());
    }

    /** As it stands in addresses. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** True where everything in it belongs to the reader, whatever the department. */
    public boolean isOnesOwn() {
        return this == MINE || this == HANDED_OVER;
    }

    boolean showsOpenOnly() {
        return order == InboxOrder.DUE;
    }
}
