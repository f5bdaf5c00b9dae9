package org.rightdoor.records.release;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rightdoor.records.Sql;

/** The passages of a release that speak of others: found, looked over by a person, and taken out. */
final class Redactions {

    /** Characters shown before and after a passage. */
    private static final int AROUND = 40;

    private static final String NAMES =
            """
            select p.name from inquiry i join person p on p.id = i.person_id where i.number = ? and p.name is not null
            union select p.name from contact c join person p on p.id = c.person_id
            where c.inquiry_number = ? and p.name is not null""";

    private Redactions() {}

    /** A passage as the reviewer sees it. */
    record Shown(long id, long number, String lead, String words, String trail, String kind, boolean takenOut) {}

    /** Looks through all cases of a release, anew; what a person decided about a passage stays decided. */
    static void find(Connection connection, Release release) throws SQLException {
        var decided = new HashMap<String, Boolean>();
        Sql.of("select * from redaction where release_id = ? and not taken_out", release.id())
                .list(connection, row -> decided.put(row.getString("kind") + row.getString("words"), false));
        Sql.of("delete from redaction where release_id = ?", release.id()).run(connection);
        for (var number : release.numbers(connection, true)) {
            var others = others(connection, release, number);
            for (var source : Source.of(connection, number)) {
                for (var passage : others.in(source.text())) {
                    add(connection, release.id(), number, source, passage, decided);
                }
            }
        }
    }

    /** The passages after that one. */
    static List<Shown> list(Connection connection, long release, long after, int most) throws SQLException {
        return Sql.of(
                        "select * from redaction where release_id = ? and id > ? order by id limit ?",
                        release,
                        after,
                        most)
                .list(
                        connection,
                        row -> new Shown(
                                row.getLong("id"),
                                row.getLong("inquiry_number"),
                                row.getString("lead"),
                                row.getString("words"),
                                row.getString("trail"),
                                Passage.Kind.valueOf(row.getString("kind")).words,
                                row.getBoolean("taken_out")));
    }

    /** Of the passages shown, those named are taken out and the others left in. */
    static void decide(Connection connection, long release, List<Long> shown, Set<Long> takenOut) throws SQLException {
        for (var id : shown) {
            Sql.of(
                            "update redaction set taken_out = ? where id = ? and release_id = ?",
                            takenOut.contains(id),
                            id,
                            release)
                    .run(connection);
        }
    }

    /** What is to be taken out of a case, by the key of the text; a text that came or changed since is looked through anew. */
    static Map<String, List<Passage>> of(Connection connection, Release release, long number, List<Source> sources)
            throws SQLException {
        var known = new HashMap<String, List<Passage>>();
        var left = new LinkedHashSet<String>();
        Sql.of(
                        "select * from redaction where release_id = ? and inquiry_number = ? order by source, starts",
                        release.id(),
                        number)
                .list(connection, row -> {
                    if (!row.getBoolean("taken_out")) return left.add(row.getString("words"));
                    return known.computeIfAbsent(row.getString("source"), key -> new ArrayList<>())
                            .add(new Passage(
                                    row.getInt("starts"),
                                    row.getString("words"),
                                    Passage.Kind.valueOf(row.getString("kind"))));
                });
        var others = others(connection, release, number);
        for (var source : sources) {
            var stand = known.getOrDefault(source.key(), List.of()).stream()
                    .allMatch(passage -> source.text().startsWith(passage.words(), passage.starts()));
            var since = source.at().isAfter(release.madeAt());
            if (!stand || since) {
                known.put(
                        source.key(),
                        others.in(source.text()).stream()
                                .filter(passage -> !left.contains(passage.words()))
                                .toList());
            }
        }
        return known;
    }

    private static OtherPeople others(Connection connection, Release release, long number) throws SQLException {
        var names = new LinkedHashSet<>(Sql.of(NAMES, number, number).list(connection, row -> row.getString(1)));
        var leftIn = new ArrayList<>(release.leaveIn().lines().toList());
        if (release.person() != null) {
            leftIn.addAll(Sql.of(
                            """
                            select name from person where id = ? and name is not null
                            union all select value from address where person_id = ?""",
                            release.person(),
                            release.person())
                    .list(connection, row -> row.getString(1)));
        }
        var asked = release.takeOut()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        return new OtherPeople(names, asked, leftIn);
    }

    private static void add(
            Connection connection,
            long release,
            long number,
            Source source,
            Passage passage,
            Map<String, Boolean> decided)
            throws SQLException {
        var text = source.text();
        Sql.of(
                        """
                        insert into redaction (release_id, inquiry_number, source, starts, words, lead, trail, kind, taken_out)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                        release,
                        number,
                        source.key(),
                        passage.starts(),
                        passage.words(),
                        text.substring(Math.max(0, passage.starts() - AROUND), passage.starts()),
                        text.substring(passage.ends(), Math.min(text.length(), passage.ends() + AROUND)),
                        passage.kind().name(),
                        decided.getOrDefault(passage.kind().name() + passage.words(), true))
                .run(connection);
    }
}
