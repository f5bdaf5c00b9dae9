package org.rightdoor.records.release;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.rightdoor.records.Sql;

/** Reads one case of a release and takes out what is to be taken out. */
final class CaseRelease {

    private static final String FILES =
            """
            select a.id, a.name, a.scan, c.person_id from attachment a left join contact c on c.id = a.contact_id
            left join reply r on r.id = a.reply_id where coalesce(c.inquiry_number, r.inquiry_number) = ? order by a.id""";

    private CaseRelease() {}

    static ReleasedCase read(Connection connection, Release release, long number) throws SQLException {
        var sources = Source.of(connection, number);
        var passages = Redactions.of(connection, release, number, sources);
        var own = release.person() == null
                ? null
                : Sql.of("select name from person where id = ?", release.person())
                        .first(connection, row -> row.getString(1));
        var lines = sources.stream()
                .map(source -> new ReleasedCase.Line(
                        source.at(),
                        source.what(),
                        who(source, own),
                        OtherPeople.without(passages.getOrDefault(source.key(), List.of()), source.text())))
                .toList();
        var files = files(connection, release, number);
        return Sql.of("select department, topic, status, opened_at from inquiry where number = ?", number)
                .first(
                        connection,
                        row -> new ReleasedCase(
                                number,
                                row.getString("department"),
                                row.getString("topic"),
                                row.getString("status"),
                                Sql.instant(row, "opened_at"),
                                lines,
                                files,
                                taken(passages)));
    }

    private static String who(Source source, String own) {
        if (source.who() == null || !source.family() || source.who().equals("Family")) return source.who();
        return source.who().equals(own) ? own : Passage.Kind.NAME.mark();
    }

    // What is in a picture or a document cannot be taken out here, so only the person's own files go to that person.
    private static List<ReleasedCase.File> files(Connection connection, Release release, long number)
            throws SQLException {
        return Sql.of(FILES, number).list(connection, row -> {
            var id = row.getLong("id");
            var isOwn = release.person() != null && release.person().equals(Sql.number(row, "person_id"));
            var isClean = !"INFECTED".equals(row.getString("scan"));
            if (isOwn && isClean) {
                var name = row.getString("name").replaceAll("[^\\p{L}\\p{N}._-]+", "_");
                return new ReleasedCase.File(id, row.getString("name"), "files/" + id + "-" + name, null);
            }
            var why = isClean
                    ? "withheld: it may speak of others, look through it by hand"
                    : "withheld: a virus was found in it";
            return new ReleasedCase.File(id, isOwn ? row.getString("name") : "file " + id, null, why);
        });
    }

    private static List<ReleasedCase.Taken> taken(Map<String, List<Passage>> passages) {
        return passages.values().stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(passage -> passage.kind().ground, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> new ReleasedCase.Taken(entry.getKey(), entry.getValue()))
                .toList();
    }
}
