package org.rightdoor.inquiry;

import io.vertx.mutiny.sqlclient.Row;

/**
 * How a case that has just changed stands, as far as a list shows it.
 *
 * @param assigneeId who works on it, or null
 * @param assignee that person's name, or null
 * @param asleep true while it is snoozed
 * @param merged true when it has become part of another case
 */
public record CaseNow(
        long number,
        String department,
        Status status,
        Long assigneeId,
        String assignee,
        int contacts,
        boolean asleep,
        boolean merged) {

    static final String COLUMNS =
            """
            i.number, i.department, i.status, i.assignee_id, a.name as assignee, i.contacts,
            coalesce(i.snoozed_until > now(), false) as asleep, i.merged_into is not null as merged
            from inquiry i left join staff a on a.id = i.assignee_id
            """;

    static CaseNow of(Row row) {
        return new CaseNow(
                row.getLong("number"),
                row.getString("department"),
                Status.valueOf(row.getString("status")),
                row.getLong("assignee_id"),
                row.getString("assignee"),
                row.getInteger("contacts"),
                row.getBoolean("asleep"),
                row.getBoolean("merged"));
    }
}
