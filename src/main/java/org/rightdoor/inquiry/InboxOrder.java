package org.rightdoor.inquiry;

import java.time.Instant;
import java.util.regex.Pattern;
import org.rightdoor.routing.Priority;

/** The orders of lists, each with its keyset cursor. A cursor that makes no sense starts from the beginning. */
enum InboxOrder {
    /** What is due first, urgent before all. */
    DUE("(i.priority <> 'URGENT')", "coalesce(i.due_at, 'infinity')", "calm, at, number") {
        @Override
        String cursorAfter(InboxRow row) {
            return (row.priority() == Priority.URGENT ? 0 : 1) + "_" + micros(row.dueAt()) + "_" + row.number();
        }
    },
    NEWEST("true", "null::timestamptz", "number desc") {
        @Override
        String cursorAfter(InboxRow row) {
            return Long.toString(row.number());
        }
    },
    /** What wakes first. */
    WAKES("true", "i.snoozed_until", "at, number") {
        @Override
        String cursorAfter(InboxRow row) {
            return "1_" + micros(row.snoozedUntil()) + "_" + row.number();
        }
    };

    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}");
    private static final Pattern PLACE = Pattern.compile("([01])_(\\d{1,18}|never)_(\\d{1,15})");

    /** Of a candidate: its number, and by what it is sorted. */
    final String columns;

    final String clause;
    private final String key;

    InboxOrder(String calm, String at, String clause) {
        columns = "i.number, " + calm + " as calm, " + at + " as at";
        this.clause = clause;
        key = calm + ", " + at + ", i.number";
    }

    abstract String cursorAfter(InboxRow row);

    /** Narrows the statement to what comes after the cursor. */
    void continueAfter(String cursor, Sql sql) {
        if (cursor == null) return;
        if (this == NEWEST) {
            if (!NUMBER.matcher(cursor).matches()) return;
            sql.add(" and i.number < :afterNumber").with("afterNumber", Long.valueOf(cursor));
            return;
        }
        var place = PLACE.matcher(cursor);
        if (!place.matches()) return;
        sql.add(" and (" + key + ") > (:afterCalm, cast(cast(:afterAt as text) as timestamptz), :afterNumber)")
                .with("afterCalm", place.group(1).equals("1"))
                .with("afterAt", time(place.group(2)))
                .with("afterNumber", Long.valueOf(place.group(3)));
    }

    private static String micros(Instant time) {
        return time == null ? "never" : Long.toString(time.getEpochSecond() * 1_000_000 + time.getNano() / 1_000);
    }

    private static String time(String micros) {
        if (micros.equals("never")) return "infinity";
        var number = Long.parseLong(micros);
        return Instant.ofEpochSecond(number / 1_000_000, number % 1_000_000 * 1_000)
                .toString();
    }
}
