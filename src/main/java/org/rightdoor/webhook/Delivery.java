package org.rightdoor.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.rightdoor.records.Sql;

/**
 * One message to one address.
 *
 * @param message its id, the same at each attempt
 * @param state QUEUED, DELIVERED or FAILED
 * @param status of the last answer, or null
 * @param error why the last attempt failed, or null
 */
record Delivery(
        long id,
        long webhook,
        String message,
        String type,
        String body,
        String state,
        int attempts,
        Instant createdAt,
        Instant nextTryAt,
        Instant triedAt,
        Long status,
        String error) {

    static Delivery read(ResultSet row) throws SQLException {
        return new Delivery(
                row.getLong("id"),
                row.getLong("webhook_id"),
                row.getString("message"),
                row.getString("type"),
                row.getString("body"),
                row.getString("state"),
                row.getInt("attempts"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "next_try_at"),
                Sql.instant(row, "tried_at"),
                Sql.number(row, "status"),
                row.getString("error"));
    }

    public boolean isQueued() {
        return state.equals("QUEUED");
    }
}
