package org.rightdoor.records.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * Writes the database, attachments included, as it was at one moment, while the application goes on. Memory stays the same
 * however large it is.
 */
public final class Backup {

    /** Of one entry of the ZIP, in bytes: programs for ZIP files differ on what is larger than 4 GB. */
    private static final long LONGEST_ENTRY = 1L << 30;

    /** Any session that makes or reads a backup: times and bytes read the same everywhere. */
    static final String READS_ALIKE = "set timezone = 'UTC'; set datestyle = 'ISO'; set intervalstyle = 'postgres';"
            + " set bytea_output = 'hex'; set extra_float_digits = 1";

    private static final String TABLES =
            """
            select c.oid::regclass::text,
                   string_agg(quote_ident(a.attname), ',' order by a.attnum) filter (where a.attgenerated = '')
            from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
              and c.relname <> 'flyway_schema_history'
            group by c.oid order by 1""";

    private static final String SEQUENCES =
            """
            select quote_ident(sequencename), coalesce(last_value, start_value), last_value is not null
            from pg_sequences where schemaname = current_schema() order by 1""";

    private static final String SCHEMA =
            "select version from flyway_schema_history where success and version is not null"
                    + " order by string_to_array(version, '.')::int[] desc limit 1";

    private Backup() {}

    /** Rows and tables that went into a file. */
    public record Made(int tables, long rows) {}

    /** @param key null to write it for everybody to read */
    public static Made write(DataSource database, Path file, BackupKey key) throws Exception {
        var made = new Manifest[1];
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            try (var statement = connection.createStatement()) {
                statement.execute(READS_ALIKE);
            }
            BackupFile.write(file, key, out -> made[0] = write(connection, out));
            connection.rollback();
        }
        var tables = made[0].tables();
        return new Made(
                tables.size(), tables.stream().mapToLong(Manifest.Table::rows).sum());
    }

    private static Manifest write(Connection connection, OutputStream out) throws SQLException, IOException {
        var schema = rows(connection, SCHEMA).get(0)[0];
        var zip = new ZipOutputStream(out);
        var tables = new ArrayList<Manifest.Table>();
        for (var table : rows(connection, TABLES)) tables.add(write(connection, table[0], table[1], zip));
        // After the tables, so that none of their numbers is given again.
        var sequences = rows(connection, SEQUENCES).stream()
                .map(row -> new Manifest.Sequence(row[0], Long.parseLong(row[1]), row[2].equals("t")))
                .toList();
        var manifest = new Manifest(Instant.now().toString(), schema, tables, sequences);
        zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
        zip.write(manifest.written().getBytes(StandardCharsets.UTF_8));
        zip.finish();
        return manifest;
    }

    private static Manifest.Table write(Connection connection, String table, String columns, ZipOutputStream zip)
            throws SQLException, IOException {
        var digest = BackupFile.sha256();
        var copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy " + table + " (" + columns + ") to stdout");
        long inEntry = LONGEST_ENTRY;
        int part = 0;
        for (byte[] row; (row = copy.readFromCopy()) != null; inEntry += row.length) {
            if (inEntry >= LONGEST_ENTRY) {
                zip.putNextEntry(new ZipEntry(table + "/" + part++));
                inEntry = 0;
            }
            digest.update(row);
            zip.write(row);
        }
        return new Manifest.Table(
                table, copy.getHandledRowCount(), HexFormat.of().formatHex(digest.digest()), columns);
    }

    static List<String[]> rows(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(question)) {
            var rows = new ArrayList<String[]>();
            while (found.next()) {
                var row = new String[found.getMetaData().getColumnCount()];
                for (int i = 0; i < row.length; i++) row[i] = found.getString(i + 1);
                rows.add(row);
            }
            return rows;
        }
    }
}
