package org.rightdoor.records.backup;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Fills an empty database from a backup. The whole file is read and compared with its manifest before anything is touched; if
 * something fails afterwards, the database is left empty again.
 */
public final class Restore {

    private static final String EMPTY =
            "select count(*) from pg_class where relkind = 'r' and relnamespace = current_schema()::regnamespace";

    private static final String TABLES =
            """
            select c.oid::regclass::text from pg_class c where c.relkind = 'r'
              and c.relnamespace = current_schema()::regnamespace and c.relname <> 'flyway_schema_history' order by 1""";

    private static final String REFERENCES =
            """
            select conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid) from pg_constraint
            where contype = 'f' and connamespace = current_schema()::regnamespace""";

    private Restore() {}

    /** How a database gets its tables: Flyway with the application's migrations. */
    public interface Tables extends Function<DataSource, FluentConfiguration> {}

    /**
     * @param key null where the backup is not encrypted
     * @throws Damaged when the file is not as it was written, or the key another
     * @throws IllegalStateException when the database is not empty
     */
    public static Backup.Made read(DataSource database, Path file, BackupKey key, Tables tables) throws Exception {
        Manifest manifest;
        try (var in = BackupFile.open(file, key)) {
            manifest = check(in);
        }
        demandEmpty(database);
        try {
            tables.apply(database).target(manifest.schema()).load().migrate();
            try (var in = BackupFile.open(file, key);
                    var connection = database.getConnection()) {
                connection.setAutoCommit(false);
                fill(connection, manifest, in);
                connection.commit();
            }
            tables.apply(database).load().migrate();
        } catch (Exception failure) {
            tables.apply(database).cleanDisabled(false).load().clean();
            throw failure;
        }
        return new Backup.Made(
                manifest.tables().size(),
                manifest.tables().stream().mapToLong(Manifest.Table::rows).sum());
    }

    /** Reads to the end, so that every byte has been looked at. */
    private static Manifest check(InputStream in) throws IOException {
        var found = new HashMap<String, MessageDigest>();
        Manifest manifest = null;
        try (var zip = new ZipInputStream(in)) {
            var buffer = new byte[Seal.CHUNK];
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(Manifest.ENTRY)) {
                    manifest = Manifest.read(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                    continue;
                }
                var digest = found.computeIfAbsent(tableOf(entry.getName()), table -> BackupFile.sha256());
                for (int read; (read = zip.read(buffer)) > 0; ) digest.update(buffer, 0, read);
            }
            in.transferTo(OutputStream.nullOutputStream());
        } catch (ZipException | EOFException broken) {
            throw new Damaged("This is not a whole backup: the file was changed or cut off, or is something else.");
        }
        if (manifest == null) throw new Damaged("This backup has no list of what it holds: it is not whole.");
        for (var table : manifest.tables()) {
            var digest = found.getOrDefault(table.name(), BackupFile.sha256());
            if (!HexFormat.of().formatHex(digest.digest()).equals(table.sha256())) {
                throw new Damaged("The rows of " + table.name() + " are not those that were written.");
            }
        }
        return manifest;
    }

    private static void demandEmpty(DataSource database) throws SQLException {
        try (var connection = database.getConnection()) {
            if (!Backup.rows(connection, EMPTY).get(0)[0].equals("0")) {
                throw new IllegalStateException(
                        "This database holds tables already. Restore into an empty one, so that nothing is overwritten.");
            }
        }
    }

    // References and triggers look at rows when they come in; here rows come in any order, and everything that a
    // trigger would add is in the backup already.
    private static void fill(Connection connection, Manifest manifest, InputStream in)
            throws SQLException, IOException {
        run(connection, Backup.READS_ALIKE);
        var references = Backup.rows(connection, REFERENCES);
        for (var reference : references)
            run(connection, "alter table " + reference[0] + " drop constraint " + reference[1]);
        var tables = Backup.rows(connection, TABLES).stream().map(row -> row[0]).toList();
        for (var table : tables) run(connection, "alter table " + table + " disable trigger user");
        run(connection, "truncate " + String.join(", ", tables));
        copy(connection, manifest, in);
        for (var sequence : manifest.sequences()) {
            run(
                    connection,
                    "select setval('%s', %d, %b)".formatted(sequence.name(), sequence.value(), sequence.called()));
        }
        for (var table : tables) run(connection, "alter table " + table + " enable trigger user");
        for (var reference : references) {
            run(connection, "alter table " + reference[0] + " add constraint " + reference[1] + " " + reference[2]);
        }
    }

    private static void copy(Connection connection, Manifest manifest, InputStream in)
            throws SQLException, IOException {
        var byName = manifest.tables().stream().collect(Collectors.toMap(Manifest.Table::name, table -> table));
        var written = new HashMap<String, Long>();
        try (var zip = new ZipInputStream(in)) {
            String current = null;
            CopyIn copy = null;
            var buffer = new byte[Seal.CHUNK];
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var table = tableOf(entry.getName());
                if (!table.equals(current)) {
                    if (copy != null) written.put(current, copy.endCopy());
                    current = table;
                    copy = entry.getName().equals(Manifest.ENTRY) ? null : begin(connection, byName.get(table));
                }
                if (copy == null) break;
                for (int read; (read = zip.read(buffer)) > 0; ) copy.writeToCopy(buffer, 0, read);
            }
        }
        demandAll(manifest.tables(), written);
    }

    private static void demandAll(List<Manifest.Table> tables, Map<String, Long> written) {
        for (var table : tables) {
            if (written.getOrDefault(table.name(), 0L) != table.rows()) {
                throw new IllegalStateException("Not all rows of " + table.name() + " came in.");
            }
        }
    }

    private static CopyIn begin(Connection connection, Manifest.Table table) throws SQLException {
        return connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table.name() + " (" + table.columns() + ") from stdin");
    }

    private static String tableOf(String entry) {
        var slash = entry.lastIndexOf('/');
        return slash < 0 ? entry : entry.substring(0, slash);
    }

    private static void run(Connection connection, String statement) throws SQLException {
        try (var one = connection.createStatement()) {
            one.execute(statement);
        }
    }
}
