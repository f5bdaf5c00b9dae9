package org.rightdoor.inquiry;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.rightdoor.routing.Priority;
import org.rightdoor.understand.Tone;

/**
 * One line of the inbox.
 *
 * @param person name, or null when nobody has given one
 * @param also keys of other departments that have an open part of it
 * @param channels the family used, in alphabetical order
 * @param contacts how many times the family had to make contact
 * @param dueAt by when something is owed; null where nothing is
 * @param waitingSince since when the family waits; null while it does not
 * @param assignee name of who works on it, or null
 * @param snoozedUntil until when it sleeps; null, or past, while it does not
 */
public record InboxRow(
        long number,
        String subject,
        String person,
        String department,
        List<String> also,
        String topic,
        Priority priority,
        Tone.Urgency urgency,
        boolean distress,
        Status status,
        String language,
        List<Channel> channels,
        int contacts,
        Instant openedAt,
        Instant lastContactAt,
        Instant waitingSince,
        Instant dueAt,
        Long assigneeId,
        String assignee,
        Instant snoozedUntil,
        boolean confidential,
        int version) {

    static final String COLUMNS =
            """
            i.number, i.subject, p.name as person, i.department, i.topic, i.priority, i.urgency, i.distress, i.status,
            i.language, i.contacts, i.opened_at, i.last_contact_at, i.waiting_since, i.due_at, i.assignee_id,
            a.name as assignee, i.snoozed_until, i.confidential, i.version,
            %s as channels,
            (select string_agg(s.department, ',' order by s.id) from part s
             where s.inquiry_number = i.number and s.done_at is null) as also"""
                    .formatted(ofWhole(
                            "(select string_agg(distinct c.channel, ',') from contact c where c.inquiry_number %s)"));

    /**
     * Asks about {@code inquiry i} with what has become part of it. Nearly all have taken none in, and are asked about alone,
     * which is four times as fast.
     *
     * @param question SQL in which {@code %s} stands for the condition on a number
     */
    static String ofWhole(String question) {
        return "case when exists (select from inquiry m where m.merged_into = i.number) then "
                + question.formatted("= any(array(select whole_of(i.number)))") + " else "
                + question.formatted("= i.number") + " end";
    }

    static InboxRow of(Row row) {
        return new InboxRow(
                row.getLong("number"),
                row.getString("subject"),
                row.getString("person"),
                row.getString("department"),
                list(row.getString("also")),
                row.getString("topic"),
                Priority.valueOf(row.getString("priority")),
                Tone.Urgency.valueOf(row.getString("urgency")),
                row.getBoolean("distress"),
                Status.valueOf(row.getString("status")),
                row.getString("language"),
                list(row.getString("channels")).stream().map(Channel::valueOf).toList(),
                row.getInteger("contacts"),
                time(row, "opened_at"),
                time(row, "last_contact_at"),
                time(row, "waiting_since"),
                time(row, "due_at"),
                row.getLong("assignee_id"),
                row.getString("assignee"),
                time(row, "snoozed_until"),
                row.getBoolean("confidential"),
                row.getInteger("version"));
    }

    public boolean isAsleep() {
        return snoozedUntil != null && snoozedUntil.isAfter(Instant.now());
    }

    private static List<String> list(String joined) {
        return joined == null ? List.of() : Arrays.asList(joined.split(","));
    }

    private static Instant time(Row row, String column) {
        var time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
