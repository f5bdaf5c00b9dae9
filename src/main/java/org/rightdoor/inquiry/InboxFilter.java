package org.rightdoor.inquiry;

import org.rightdoor.understand.Reading;
import org.rightdoor.understand.Tone;

/**
 * What else the cases of a list must be; null each where it does not matter.
 *
 * @param topic key, or {@link #NO_TOPIC}
 * @param channel the family used it at some time
 * @param assignee who works on it, or {@link #NOBODY}
 * @param contacts how many times at least the family had to make contact
 */
public record InboxFilter(
        String topic,
        String school,
        String language,
        Channel channel,
        Reading.Kind kind,
        Tone.Urgency urgency,
        Age age,
        Long assignee,
        Integer contacts) {

    public static final String NO_TOPIC = "-";
    public static final Long NOBODY = 0L;
    public static final InboxFilter NONE = new InboxFilter(null, null, null, null, null, null, null, null, null);

    /** Since when there is a case. */
    public enum Age {
        DAY("> now() - interval '1 day'"),
        WEEK("> now() - interval '7 days'"),
        MONTH("> now() - interval '30 days'"),
        OLDER_THAN_WEEK("<= now() - interval '7 days'"),
        OLDER_THAN_MONTH("<= now() - interval '30 days'");

        private final String opened;

        Age(String opened) {
            this.opened = opened;
        }
    }

    /** Adds its conditions on {@code inquiry i}. */
    void narrow(Sql sql) {
        if (NO_TOPIC.equals(topic)) sql.add(" and i.topic is null");
        else narrow(sql, "topic", topic);
        narrow(sql, "school", school);
        narrow(sql, "language", language);
        narrow(sql, "kind", kind == null ? null : kind.name());
        narrow(sql, "urgency", urgency == null ? null : urgency.name());
        if (channel != null) {
            sql.add(" and :channel = any("
                            + InboxRow.ofWhole("array(select c.channel from contact c where c.inquiry_number %s)")
                            + ")")
                    .with("channel", channel.name());
        }
        if (age != null) sql.add(" and i.opened_at " + age.opened);
        if (NOBODY.equals(assignee)) sql.add(" and i.assignee_id is null");
        else if (assignee != null) sql.add(" and i.assignee_id = :assignee").with("assignee", assignee);
        if (contacts != null) sql.add(" and i.contacts >= :contacts").with("contacts", contacts);
    }

    private static void narrow(Sql sql, String column, String value) {
        if (value != null) sql.add(" and i." + column + " = :" + column).with(column, value);
    }
}
