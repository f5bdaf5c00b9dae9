package org.rightdoor;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Rows of the test district's database as they stand, each as JSON, to be compared with what they were. */
public final class Rows {

    private final List<String> rows = new ArrayList<>();

    private Rows() {}

    /** The rows of a table whose column holds one of these numbers, without some of their columns. */
    public static Rows of(String table, String column, Collection<Long> numbers, String... without) {
        return new Rows().and(table, column, numbers, without);
    }

    public Rows and(String table, String column, Collection<Long> numbers, String... without) {
        var among = numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
        return read("select '%s ' || (to_jsonb(t) - array['%s'])::text from %s t where %s in (%s) order by 1"
                .formatted(table, String.join("','", without), table, column, among));
    }

    /**
     * Every row that belongs to one of these cases, of whatever table, without the count of changes, the notes of what staff
     * did, what search, likeness, the groups of questions and the view log make of it in their own time, and how far what is sent
     * has come.
     */
    public static List<String> ofCases(Collection<Long> numbers) {
        var all = new Rows().and("inquiry", "number", numbers, "version");
        var tables = new Rows()
                .read(
                        "select table_name from information_schema.columns where column_name = 'inquiry_number'"
                                + " and table_schema = 'public' and table_name not like 'deed%' and table_name not in ('case_view', 'case_words', 'gist', 'question', 'root_cause', 'measure_due', 'case_measure') order by 1")
                .all();
        tables.forEach(table -> all.and(
                table,
                "inquiry_number",
                numbers,
                "state",
                "attempts",
                "next_try_at",
                "claimed_at",
                "sent_at",
                "external_id",
                "error",
                "measured_in"));
        return all.all();
    }

    /** All rows of a table. */
    public static List<String> whole(String table, String... without) {
        return new Rows()
                .read("select '%s ' || (to_jsonb(t) - array['%s'])::text from %s t order by 1"
                        .formatted(table, String.join("','", without), table))
                .all();
    }

    public List<String> all() {
        return rows;
    }

    private Rows read(String query) {
        try (var connection = TestDistrict.database().getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var found = statement.executeQuery(query)) {
            while (found.next()) rows.add(found.getString(1));
            return this;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
