package org.rightdoor.records.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Links the lines of the audit trail: each link holds a digest of some lines and of the link before it, so that no line can be
 * removed, changed or put between others unnoticed. Lines are linked after they were committed and not while they are
 * written, because a chain that every intake had to wait for would let only one in at a time.
 */
public final class Chain {

    /** Lines of one link: where one was changed, the trail can say no more than which link holds it. */
    static final int LONGEST_LINK = 500;

    /** Any number that no other part of the application locks. */
    private static final long LOCK = 7_201_066;

    // A line that lost its words counts with what it was before.
    private static final String LINES =
            """
            (select l.id as no, coalesce(t.before, audit_digest(l)) as digest, t.after <> audit_digest(l) as changed
             from %1$s l left join audit_tombstone t on t.log = '%1$s' and t.line = l.id
             where l.id > ? and l.id <= %2$s order by l.id limit %3$s) line""";

    private static final String DIGEST =
            """
            sha256(coalesce((select p.digest from audit_link p where p.log = '%1$s' and p.last_id <= ?
                             order by p.last_id desc limit 1), ''::bytea)
                   || string_agg(int8send(line.no) || line.digest, ''::bytea order by line.no))""";

    private static final String NUMBERS =
            "range_agg(int8range(line.no, line.no, '[]')) filter (where line.no is not null)";

    private static final String LINK = "insert into audit_link (log, first_id, last_id, ids, digest)"
            + " select '%1$s', min(line.no), max(line.no), " + NUMBERS + ", " + DIGEST + " from " + LINES
            + " having count(*) > 0";

    private static final String CHECK = "with found as (select " + NUMBERS + " as ids, " + DIGEST
            + " as digest, min(line.no) filter (where line.changed) as changed from " + LINES + ") select "
            + written("k.ids - coalesce(found.ids, '{}')") + " as missing, "
            + written("coalesce(found.ids, '{}') - k.ids") + " as added,"
            + " found.changed as changed, k.digest = found.digest as same from audit_link k, found where k.id = ?";

    /** Tombstones that no deletion speaks of, or not of all. */
    private static final String FORGED =
            """
            select coalesce(d.id, t.deletion_id) from deletion d full join (
                select deletion_id, count(*) as lines,
                       sha256(string_agg(convert_to(log, 'UTF8') || int8send(line) || before || after, ''::bytea
                                         order by log, line)) as digest
                from audit_tombstone group by deletion_id) t on t.deletion_id = d.id
            where d.id is null or d.lines <> coalesce(t.lines, 0)
               or d.digest <> coalesce(t.digest, sha256(''::bytea)) order by 1 limit 1""";

    private Chain() {}

    /** Up to which line of a log no more can come, once every transaction of that moment has ended. */
    record Mark(Log log, long upTo, String transactions) {}

    /** Where the logs end now. A line with a smaller number may still be on its way, in a transaction that runs. */
    static List<Mark> marks(Connection connection) throws SQLException {
        var marks = new ArrayList<Mark>();
        for (var log : Log.values()) {
            try (var query = connection.prepareStatement("select coalesce(max(id), 0),"
                    + " pg_snapshot_xmax(pg_current_snapshot())::text from " + log.table)) {
                var row = query.executeQuery();
                row.next();
                marks.add(new Mark(log, row.getLong(1), row.getString(2)));
            }
        }
        return marks;
    }

    /**
     * Links what was there at the mark and not linked yet, in one transaction. Of several replicas one does it.
     *
     * @return how many links were added; 0 too while a transaction of then still runs
     */
    static int link(Connection connection, Mark mark) throws SQLException {
        if (!isSettled(connection, mark) || !locked(connection)) return 0;
        int links = 0;
        while (true) {
            var from = lastLinked(connection, mark.log());
            try (var insert =
                    connection.prepareStatement(LINK.formatted(mark.log().table, mark.upTo(), LONGEST_LINK))) {
                insert.setLong(1, from);
                insert.setLong(2, from);
                if (insert.executeUpdate() == 0) return links;
                links++;
            }
        }
    }

    /** The first break in words that name log and line, or null where all is as it was. */
    public static String firstBreak(Connection connection) throws SQLException {
        for (var log : Log.values()) {
            var broken = firstBreak(connection, log);
            if (broken != null) return broken;
        }
        try (var query = connection.prepareStatement(FORGED)) {
            var row = query.executeQuery();
            return row.next() ? "deletion " + row.getLong(1) + ": its tombstones are not those it left" : null;
        }
    }

    /** What to write down elsewhere: with it, a chain whose end was cut off is noticed too. */
    public static String head(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("select digest from audit_link order by id desc limit 1")) {
            var row = query.executeQuery();
            return row.next() ? HexFormat.of().formatHex(row.getBytes(1)) : "";
        }
    }

    /** True when a link has that digest, as {@link #head} gave it at some time. */
    public static boolean holds(Connection connection, String head) throws SQLException {
        try (var query = connection.prepareStatement("select 1 from audit_link where encode(digest, 'hex') = ?")) {
            query.setString(1, head.strip().toLowerCase());
            return query.executeQuery().next();
        }
    }

    private static String firstBreak(Connection connection, Log log) throws SQLException {
        long from = 0;
        try (var links =
                connection.prepareStatement("select id, last_id from audit_link where log = ? order by last_id")) {
            links.setString(1, log.table);
            var link = links.executeQuery();
            while (link.next()) {
                var last = link.getLong(2);
                var fault = fault(connection, log, link.getLong(1), from, last);
                if (fault != null) {
                    return log.table + ", lines " + (from + 1) + " to " + last + ": " + fault;
                }
                from = last;
            }
        }
        return null;
    }

    private static String fault(Connection connection, Log log, long link, long from, long to) throws SQLException {
        try (var check = connection.prepareStatement(CHECK.formatted(log.table, to, "all"))) {
            check.setLong(1, from);
            check.setLong(2, from);
            check.setLong(3, link);
            var row = check.executeQuery();
            row.next();
            return fault(row);
        }
    }

    private static String fault(ResultSet row) throws SQLException {
        if (row.getString("missing") != null) return "missing " + row.getString("missing");
        if (row.getString("added") != null) return "added afterwards " + row.getString("added");
        if (row.getString("changed") != null) return "changed after its words were deleted " + row.getString("changed");
        return row.getBoolean("same") ? null : "one of them, or the link before, was changed";
    }

    /** SQL that writes a multirange of numbers as people do, {@code 5-6, 9}; null where it is empty. */
    private static String written(String ranges) {
        return "(select string_agg(case when upper(r) = lower(r) + 1 then lower(r)::text"
                + " else lower(r) || '-' || (upper(r) - 1) end, ', ') from unnest(" + ranges + ") r)";
    }

    private static long lastLinked(Connection connection, Log log) throws SQLException {
        try (var query =
                connection.prepareStatement("select coalesce(max(last_id), 0) from audit_link where log = ?")) {
            query.setString(1, log.table);
            var row = query.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }

    private static boolean isSettled(Connection connection, Mark mark) throws SQLException {
        return isTrue(
                connection, "select pg_snapshot_xmin(pg_current_snapshot())::text::numeric >= " + mark.transactions());
    }

    private static boolean locked(Connection connection) throws SQLException {
        return isTrue(connection, "select pg_try_advisory_xact_lock(" + LOCK + ")");
    }

    private static boolean isTrue(Connection connection, String question) throws SQLException {
        try (var query = connection.prepareStatement(question)) {
            var row = query.executeQuery();
            return row.next() && row.getBoolean(1);
        }
    }
}
