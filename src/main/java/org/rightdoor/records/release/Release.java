package org.rightdoor.records.release;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.rightdoor.inquiry.Actor;
import org.rightdoor.inquiry.Sight;
import org.rightdoor.records.Sql;

/**
 * What is taken out of the house for somebody: everything about one person (34 CFR 99.10), or all that answers a
 * public-records request.
 *
 * @param person null for a public-records request
 * @param unseen confidential cases that fit, which whoever made it may not see and which are not in it
 * @param takeOut words that are taken out everywhere, one a line
 * @param leaveIn words that are left in, one a line
 */
record Release(
        long id,
        Kind kind,
        String recipient,
        Long person,
        String words,
        String department,
        String topic,
        LocalDate from,
        LocalDate until,
        String takeOut,
        String leaveIn,
        int unseen,
        Instant madeAt,
        String madeBy,
        Instant releasedAt,
        String releasedBy) {

    enum Kind {
        PERSON,
        REQUEST
    }

    /** What a public-records request asks for; what is null or blank is not asked about. */
    record Asked(String recipient, String words, String department, String topic, LocalDate from, LocalDate until) {}

    /** A case of it; {@code passages} are those that are taken out. */
    record Case(
            long number,
            String department,
            String topic,
            Instant opened,
            boolean included,
            String exemption,
            int passages) {}

    /** Of one release: a request for more is answered in parts. */
    static final int MOST_CASES = 5_000;

    private static final String OF_PERSON =
            """
            i.person_id = ? or exists (select from contact c where c.inquiry_number = i.number and c.person_id = ?)""";

    private static final String NOT_DELETED =
            " and not exists (select from deletion d where d.inquiry_number = i.number)";

    /** Null where there is no such person. */
    static Release ofPerson(Connection connection, long person, long staffId, Actor by) throws SQLException {
        var name = Sql.of("select coalesce(name, '') from person where id = ?", person)
                .first(connection, row -> row.getString(1));
        if (name == null) return null;
        long id = Sql.of(
                        """
                        insert into release (kind, recipient, person_id, made_by, staff_id) values ('PERSON', ?, ?, ?, ?::bigint)
                        returning id""",
                        name,
                        person,
                        by.name(),
                        by.staffId())
                .first(connection, row -> row.getLong(1));
        select(connection, id, Sql.of("(" + OF_PERSON + ")" + NOT_DELETED, person, person), staffId);
        return find(connection, id);
    }

    /** @throws IllegalArgumentException in words for people, where nothing is asked or too much fits */
    static Release ofRequest(Connection connection, Asked asked, long staffId, Actor by) throws SQLException {
        if (asked.recipient().isBlank()) throw new IllegalArgumentException("Say who asks for the records.");
        if (asked.words().isBlank() && asked.department() == null && asked.topic() == null && asked.from() == null) {
            throw new IllegalArgumentException("Say what is asked for: words, a department, a topic, or a first day.");
        }
        long id = Sql.of(
                        """
                        insert into release (kind, recipient, words, department, topic, first_day, last_day, made_by, staff_id)
                        values ('REQUEST', ?, ?, ?, ?, ?::date, ?::date, ?, ?::bigint) returning id""",
                        asked.recipient(),
                        asked.words(),
                        asked.department(),
                        asked.topic(),
                        asked.from(),
                        asked.until(),
                        by.name(),
                        by.staffId())
                .first(connection, row -> row.getLong(1));
        var fits = Sql.of("true" + NOT_DELETED);
        if (!asked.words().isBlank()) {
            fits = fits.and(
                    """
                    and (exists (select from contact c where c.inquiry_number = i.number
                                 and c.words @@ websearch_to_tsquery('simple', ?))
                         or exists (select from reply r where r.inquiry_number = i.number
                                    and to_tsvector('simple', left(r.text, 100000)) @@ websearch_to_tsquery('simple', ?)))""",
                    asked.words(),
                    asked.words());
        }
        if (asked.department() != null) fits = fits.and("and i.department = ?", asked.department());
        if (asked.topic() != null) fits = fits.and("and i.topic = ?", asked.topic());
        if (asked.from() != null) fits = fits.and("and i.last_contact_at >= ?", asked.from());
        if (asked.until() != null)
            fits = fits.and("and i.opened_at < ?", asked.until().plusDays(1));
        select(connection, id, fits, staffId);
        return find(connection, id);
    }

    /** Null where there is none of that number. */
    static Release find(Connection connection, long id) throws SQLException {
        return Sql.of("select * from release where id = ?", id).first(connection, Release::read);
    }

    static List<Release> latest(Connection connection) throws SQLException {
        return Sql.of("select * from release order by id desc limit 50").list(connection, Release::read);
    }

    /** The cases after that one. */
    List<Case> cases(Connection connection, long after, int most) throws SQLException {
        return Sql.of(
                        """
                        select i.number, i.department, i.topic, i.opened_at, c.included, c.exemption,
                               (select count(*) from redaction r where r.release_id = c.release_id
                                and r.inquiry_number = c.inquiry_number and r.taken_out) as passages
                        from release_case c join inquiry i on i.number = c.inquiry_number
                        where c.release_id = ? and i.number > ? order by i.number limit ?""",
                        id,
                        after,
                        most)
                .list(
                        connection,
                        row -> new Case(
                                row.getLong("number"),
                                row.getString("department"),
                                row.getString("topic"),
                                Sql.instant(row, "opened_at"),
                                row.getBoolean("included"),
                                row.getString("exemption"),
                                row.getInt("passages")));
    }

    List<Long> numbers(Connection connection, boolean included) throws SQLException {
        return Sql.of(
                        "select inquiry_number from release_case where release_id = ? and included = ? order by 1",
                        id,
                        included)
                .list(connection, row -> row.getLong(1));
    }

    /** Leaves a case out, which takes a reason, or takes it in again. */
    void choose(Connection connection, long number, boolean included, String exemption) throws SQLException {
        Sql.of(
                        "update release_case set included = ?, exemption = ? where release_id = ? and inquiry_number = ?",
                        included,
                        exemption,
                        id,
                        number)
                .run(connection);
    }

    /** True the first time. */
    boolean markReleased(Connection connection, Actor by) throws SQLException {
        return Sql.of(
                                "update release set released_at = now(), released_by = ? where id = ? and released_at is null",
                                by.name(),
                                id)
                        .run(connection)
                == 1;
    }

    private static void select(Connection connection, long id, Sql fits, long staffId) throws SQLException {
        var seen = new Sight(staffId, true, List.of()).mayRead().replace(":sightOf", Long.toString(staffId));
        var listed = Sql.of(
                        "insert into release_case (release_id, inquiry_number) select ?, i.number from inquiry i where ",
                        id)
                .and("(" + fits.text() + ")", fits.values().toArray())
                .and("and " + seen + " order by i.number limit " + (MOST_CASES + 1))
                .run(connection);
        if (listed > MOST_CASES) {
            throw new IllegalArgumentException("More than " + MOST_CASES + " cases fit. Ask for less at a time.");
        }
        Sql.of("update release set unseen = (select count(*) from inquiry i where ")
                .and("(" + fits.text() + ")", fits.values().toArray())
                .and("and not " + seen + ") where id = ?", id)
                .run(connection);
    }

    private static Release read(ResultSet row) throws SQLException {
        var first = row.getDate("first_day");
        var last = row.getDate("last_day");
        return new Release(
                row.getLong("id"),
                Kind.valueOf(row.getString("kind")),
                row.getString("recipient"),
                Sql.number(row, "person_id"),
                row.getString("words"),
                row.getString("department"),
                row.getString("topic"),
                first == null ? null : first.toLocalDate(),
                last == null ? null : last.toLocalDate(),
                row.getString("take_out"),
                row.getString("leave_in"),
                row.getInt("unseen"),
                Sql.instant(row, "made_at"),
                row.getString("made_by"),
                Sql.instant(row, "released_at"),
                row.getString("released_by"));
    }
}
