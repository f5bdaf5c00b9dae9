package org.rightdoor.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.rightdoor.records.Sql;

/**
 * An address outside that is told what happens to cases.
 *
 * @param types of events it is told of; none means all
 * @param offAt since when it is told nothing, or null
 * @param offWhy why, where nobody switched it off
 * @param waiting messages that have not arrived yet
 * @param failed messages that were given up in the last week
 */
record Webhook(
        long id,
        String url,
        List<String> types,
        String secret,
        Instant createdAt,
        String createdBy,
        Instant offAt,
        String offWhy,
        long waiting,
        long failed) {

    static final String ALL =
            """
            select w.*, (select count(*) from webhook_delivery d where d.webhook_id = w.id and d.state = 'QUEUED') as waiting,
                   (select count(*) from webhook_delivery d where d.webhook_id = w.id and d.state = 'FAILED'
                    and d.created_at > now() - interval '7 days') as failed
            from webhook w""";

    static Webhook read(ResultSet row) throws SQLException {
        return new Webhook(
                row.getLong("id"),
                row.getString("url"),
                List.of((String[]) row.getArray("types").getArray()),
                row.getString("secret"),
                Sql.instant(row, "created_at"),
                row.getString("created_by"),
                Sql.instant(row, "off_at"),
                row.getString("off_why"),
                row.getLong("waiting"),
                row.getLong("failed"));
    }

    public boolean isOn() {
        return offAt == null;
    }

    public String told() {
        return types.isEmpty() ? "everything" : String.join(", ", types);
    }
}
