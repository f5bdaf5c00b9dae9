package org.rightdoor.records.retention;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.rightdoor.inquiry.Actor;
import org.rightdoor.people.Address;
import org.rightdoor.records.Sql;

/** What the district knows about a person, put right and forgotten. */
public final class People {

    private static final String HAS_CASES =
            """
            select 1 where exists (select from inquiry where person_id = ?)
                        or exists (select from contact where person_id = ?)""";

    private People() {}

    /** A person as somebody who keeps records finds one. */
    public record Found(long id, String name, String language, List<String> addresses, List<Long> cases) {}

    /** Everybody who has that address, or no more than 20 whose name holds those words. */
    public static List<Found> find(Connection connection, String asked) throws SQLException {
        var address = Address.email(asked).or(() -> Address.phone(asked)).orElse("");
        return Sql.of(
                        """
                        select p.id from person p where exists (select from address a where a.person_id = p.id and a.value = ?)
                           or position(lower(?) in p.found_by) > 0 order by p.id desc limit 20""",
                        address,
                        asked)
                .list(connection, row -> row.getLong(1))
                .stream()
                .map(id -> read(connection, id))
                .toList();
    }

    /** Null where there is none of that number. */
    public static Found of(Connection connection, long id) {
        return read(connection, id);
    }

    /**
     * Changes the name and the addresses, and writes down that it was done and why; what was wrong is not kept.
     *
     * @param addresses all that are right, e-mail addresses and telephone numbers
     * @throws IllegalArgumentException in words for people, when one is neither
     */
    public static void correct(
            Connection connection, long id, String name, List<String> addresses, String reason, Actor by)
            throws SQLException {
        if (reason.isBlank()) throw new IllegalArgumentException("Say why it is put right.");
        Sql.of("update person set name = ? where id = ?", name.isBlank() ? null : name, id)
                .run(connection);
        Sql.of("delete from address where person_id = ?", id).run(connection);
        for (var typed : addresses) {
            var email = Address.email(typed);
            var value = email.or(() -> Address.phone(typed))
                    .orElseThrow(() -> new IllegalArgumentException(
                            "“" + typed + "” is neither an e-mail address nor a telephone number."));
            Sql.of(
                            "insert into address (person_id, kind, value) values (?, ?, ?) on conflict do nothing",
                            id,
                            email.isPresent() ? "EMAIL" : "PHONE",
                            value)
                    .run(connection);
        }
        Sql.of(
                        "insert into correction (person_id, what, reason, actor, staff_id) values (?, ?, ?, ?, ?::bigint)",
                        id,
                        "name and addresses",
                        reason,
                        by.name(),
                        by.staffId())
                .run(connection);
    }

    /** Cases of this person and of nobody else, each with what it took in; not those of others in which this person wrote too. */
    static List<Long> ownCases(Connection connection, long id) throws SQLException {
        return Sql.of(
                        """
                        select i.number from inquiry i where i.merged_into is null
                          and i.number in (select survivor_of(o.number) from inquiry o where o.person_id = ?)
                          and not exists (select from whole_of(i.number) as w(number) join inquiry o on o.number = w.number
                                          where o.person_id <> ?)
                          and not exists (select from deletion d where d.inquiry_number = i.number)
                        order by i.number""",
                        id,
                        id)
                .list(connection, row -> row.getLong(1));
    }

    /** Takes name and addresses from somebody whom no case needs any more; what is left is a number. */
    static void forgetIfGone(Connection connection, long id) throws SQLException {
        if (Sql.of(HAS_CASES, id, id).first(connection, row -> true) != null) return;
        Sql.of("delete from address where person_id = ?", id).run(connection);
        Sql.of("update person set name = null where id = ?", id).run(connection);
    }

    private static Found read(Connection connection, long id) {
        try {
            var cases = Sql.of(
                            """
                            select number from inquiry where person_id = ? union
                            select inquiry_number from contact where person_id = ? order by 1""",
                            id,
                            id)
                    .list(connection, row -> row.getLong(1));
            var addresses = Sql.of("select value from address where person_id = ? order by kind, value", id)
                    .list(connection, row -> row.getString(1));
            return Sql.of("select id, name, language from person where id = ?", id)
                    .first(
                            connection,
                            row -> new Found(row.getLong(1), row.getString(2), row.getString(3), addresses, cases));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
