package org.rightdoor.records.retention;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.rightdoor.inquiry.Actor;
import org.rightdoor.records.Sql;

/**
 * A list of cases whose time is over: shown, approved as it was shown, and worked off case by case. Each case is looked at
 * again when its turn comes, and left out when something has changed since.
 */
record Run(
        long id,
        Instant madeAt,
        String madeBy,
        int cases,
        String digest,
        State state,
        Instant decidedAt,
        String decidedBy,
        Instant endedAt) {

    enum State {
        SHOWN,
        APPROVED,
        DONE,
        DROPPED
    }

    public boolean shown() {
        return state == State.SHOWN;
    }

    /** What became of it. */
    public String words() {
        return switch (state) {
            case SHOWN -> "Waits for approval";
            case APPROVED -> "Approved by " + decidedBy + ", being worked off";
            case DONE -> "Approved by " + decidedBy + ", and worked off";
            case DROPPED -> "Dropped";
        };
    }

    /** One case of the list. */
    record Line(long number, String recordClass, LocalDate due, String state, String why) {}

    private static final String DIGEST =
            """
            select count(*), coalesce(encode(sha256(convert_to(string_agg(
                       inquiry_number || ' ' || version || ' ' || record_class || ' ' || due, E'\\n' order by inquiry_number),
                       'UTF8')), 'hex'), '')
            from retention_line where run_id = ?""";

    /** Lists all that may be deleted today, of at most so many cases; the earlier list that nobody approved is dropped. */
    static Run show(Connection connection, Schedule schedule, int most, Actor by) throws Exception {
        Sql.of(
                        "update retention_run set state = 'DROPPED', decided_at = now(), decided_by = ? where state = 'SHOWN'",
                        by.name())
                .run(connection);
        long id = Sql.of("insert into retention_run (made_by) values (?) returning id", by.name())
                .first(connection, row -> row.getLong(1));
        var listed = new int[1];
        var now = schedule.today().atStartOfDay(schedule.zone()).toInstant();
        Candidate.settledBefore(now).each(connection, row -> {
            var candidate = Candidate.read(row);
            var recordClass = candidate.recordClass(schedule).orElse(null);
            if (recordClass == null || candidate.held() || listed[0] >= most) return;
            var due = candidate.due(recordClass, schedule);
            if (due.isAfter(schedule.today())) return;
            Sql.of(
                            "insert into retention_line (run_id, inquiry_number, version, record_class, due)"
                                    + " values (?, ?, ?, ?, ?)",
                            id,
                            candidate.number(),
                            candidate.version(),
                            recordClass.id(),
                            due)
                    .run(connection);
            listed[0]++;
        });
        Sql.of("update retention_run set (cases, digest) = (" + DIGEST + ") where id = ?", id, id)
                .run(connection);
        return find(connection, id);
    }

    /** Null where there is none of that number. */
    static Run find(Connection connection, long id) throws SQLException {
        return Sql.of("select * from retention_run where id = ?", id).first(connection, Run::read);
    }

    static List<Run> latest(Connection connection) throws SQLException {
        return Sql.of("select * from retention_run order by id desc limit 20").list(connection, Run::read);
    }

    /** The lines after that case. */
    static List<Line> lines(Connection connection, long id, long after, int most) throws SQLException {
        return Sql.of(
                        "select * from retention_line where run_id = ? and inquiry_number > ? order by inquiry_number limit "
                                + most,
                        id,
                        after)
                .list(
                        connection,
                        row -> new Line(
                                row.getLong("inquiry_number"),
                                row.getString("record_class"),
                                row.getDate("due").toLocalDate(),
                                row.getString("state"),
                                row.getString("why")));
    }

    /**
     * @param digest of the list that the person saw
     * @return false where it is not that list any more, or it was decided already
     */
    static boolean approve(Connection connection, long id, String digest, Actor by) throws SQLException {
        return Sql.of(
                                """
                                update retention_run set state = 'APPROVED', decided_at = now(), decided_by = ?, staff_id = ?::bigint
                                where id = ? and digest = ? and state = 'SHOWN'""",
                                by.name(),
                                by.staffId(),
                                id,
                                digest)
                        .run(connection)
                == 1;
    }

    static boolean drop(Connection connection, long id, Actor by) throws SQLException {
        return Sql.of(
                                "update retention_run set state = 'DROPPED', decided_at = now(), decided_by = ? where id = ?"
                                        + " and state = 'SHOWN'",
                                by.name(),
                                id)
                        .run(connection)
                == 1;
    }

    /** Deletes one case of an approved list in this transaction, or leaves it out and says why; false when none is left. */
    static boolean step(Connection connection, Schedule schedule) throws SQLException {
        var next = Sql.of(
                        """
                        select l.run_id, l.inquiry_number, l.version, l.record_class, r.made_at, r.decided_by, r.staff_id
                        from retention_line l join retention_run r on r.id = l.run_id
                        where r.state = 'APPROVED' and l.state = 'WAITING'
                        order by l.run_id, l.inquiry_number limit 1 for update of l skip locked""")
                .first(connection, Next::read);
        if (next == null) return false;
        var why = next.delete(connection, schedule);
        Sql.of(
                        "update retention_line set state = ?, why = ? where run_id = ? and inquiry_number = ?",
                        why == null ? "DELETED" : "LEFT_OUT",
                        why == null ? "" : why,
                        next.run,
                        next.number)
                .run(connection);
        return true;
    }

    /** Closes the lists that have been worked off. */
    static void end(Connection connection) throws SQLException {
        Sql.of(
                        """
                        update retention_run r set state = 'DONE', ended_at = now() where r.state = 'APPROVED'
                        and not exists (select from retention_line l where l.run_id = r.id and l.state = 'WAITING')""")
                .run(connection);
    }

    private record Next(long run, long number, int version, String recordClass, Instant shown, Actor by) {

        static Next read(ResultSet row) throws SQLException {
            return new Next(
                    row.getLong("run_id"),
                    row.getLong("inquiry_number"),
                    row.getInt("version"),
                    row.getString("record_class"),
                    Sql.instant(row, "made_at"),
                    new Actor(row.getString("decided_by"), Sql.number(row, "staff_id")));
        }

        /** Why it was left out, or null. */
        String delete(Connection connection, Schedule schedule) throws SQLException {
            var candidate = Candidate.settled(number).first(connection, Candidate::read);
            if (candidate == null) return "It was opened again, or deleted already.";
            var now = candidate.recordClass(schedule).orElse(null);
            if (now == null || !now.id().equals(recordClass)) return "It belongs to another class now.";
            if (candidate.due(now, schedule).isAfter(schedule.today())) return "Its time is not over any more.";
            if (candidate.version() != version || hasNews(connection))
                return "It has changed since the list was shown.";
            try {
                Eraser.erase(connection, number, recordClass, "Its time was over (list " + run + ").", by);
                return null;
            } catch (Held held) {
                return held.getMessage();
            }
        }

        /** A note or a family's statement changes no value of the case, and may be what keeps it. */
        private boolean hasNews(Connection connection) throws SQLException {
            return Sql.of(
                                    "select 1 from event where inquiry_number in (select whole_of(?)) and at > ? limit 1",
                                    number,
                                    shown)
                            .first(connection, row -> true)
                    != null;
        }
    }

    private static Run read(ResultSet row) throws SQLException {
        return new Run(
                row.getLong("id"),
                Sql.instant(row, "made_at"),
                row.getString("made_by"),
                row.getInt("cases"),
                row.getString("digest"),
                State.valueOf(row.getString("state")),
                Sql.instant(row, "decided_at"),
                row.getString("decided_by"),
                Sql.instant(row, "ended_at"));
    }
}
