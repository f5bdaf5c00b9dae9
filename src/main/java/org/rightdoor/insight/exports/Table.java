package org.rightdoor.insight.exports;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rightdoor.records.Sql;

/**
 * A table that can go out: a view of the schema {@code export}, whose comments say what it and its columns mean.
 *
 * @param columns in the order in which they go out; ones that are added later come last
 */
public record Table(String name, String about, List<Column> columns) {

    /** @param type as PostgreSQL calls it */
    public record Column(String name, String type, String meaning) {

        boolean isTime() {
            return type.equals("timestamp with time zone");
        }
    }

    private static final String ALL =
            """
            select c.relname as name, obj_description(c.oid) as about, a.attname as column_name,
                   format_type(a.atttypid, null) as type, col_description(c.oid, a.attnum) as meaning
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
            where n.nspname = ? and c.relkind = 'v' order by c.oid, a.attnum""";

    /** What staff can take out, in the order in which people look for it. */
    static List<Table> all(Connection connection) throws SQLException {
        return of("export", connection);
    }

    static List<Table> of(String schema, Connection connection) throws SQLException {
        Map<String, Table> tables = new LinkedHashMap<>();
        Sql.of(ALL, schema)
                .list(
                        connection,
                        row -> tables.merge(
                                row.getString("name"),
                                new Table(
                                        row.getString("name"),
                                        row.getString("about"),
                                        List.of(new Column(
                                                row.getString("column_name"),
                                                row.getString("type"),
                                                row.getString("meaning")))),
                                Table::and));
        return List.copyOf(tables.values());
    }

    private Table and(Table more) {
        var all = new ArrayList<>(columns);
        all.addAll(more.columns);
        return new Table(name, about, List.copyOf(all));
    }

    /** True for a table whose rows belong to cases, so that who takes it out has seen those cases. */
    boolean isOfCases() {
        return has("case_number");
    }

    boolean isOfPeople() {
        return !isOfCases() && has("person_id");
    }

    /** The first time in a row: by it a period is chosen. */
    Optional<String> time() {
        return columns.stream().filter(Column::isTime).map(Column::name).findFirst();
    }

    private boolean has(String column) {
        return columns.stream().anyMatch(one -> one.name().equals(column));
    }
}
