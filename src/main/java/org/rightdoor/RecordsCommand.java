package org.rightdoor;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.function.ToIntFunction;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.rightdoor.records.audit.AuditCommand;
import org.rightdoor.records.backup.BackupCommand;
import org.rightdoor.records.backup.BackupKey;

/** The commands about what is kept, which need the database and not the application. */
final class RecordsCommand {

    private final PrintStream out;
    private final PrintStream err;

    RecordsCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    int backup(String file) {
        return with(
                EmbeddedDatabase::reach,
                database -> BackupCommand.backup(database, Path.of(file), key(), () -> anchor(database), out, err));
    }

    private static String anchor(DataSource database) throws SQLException {
        return AuditCommand.anchor(database, secret("RIGHTDOOR_AUDIT_KEY"));
    }

    int restore(String file) {
        return with(
                EmbeddedDatabase::in,
                database ->
                        BackupCommand.restore(database, Path.of(file), key(), RecordsCommand::migrations, out, err));
    }

    /** @param words what stands after {@code audit verify} */
    int verify(List<String> words) {
        return with(
                EmbeddedDatabase::reach,
                database -> AuditCommand.verify(
                        database, AuditCommand.Proof.of(words, secret("RIGHTDOOR_AUDIT_KEY")), out, err));
    }

    static FluentConfiguration migrations(DataSource database) {
        return Flyway.configure(RecordsCommand.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:db/migration");
    }

    private interface Embedded {
        EmbeddedDatabase start(Path data) throws IOException;
    }

    private int with(Embedded embedded, ToIntFunction<DataSource> work) {
        try {
            var url = Main.setting("RIGHTDOOR_DATABASE_URL", "");
            if (!url.isEmpty())
                return work.applyAsInt(DatabaseAddress.parse(url).source());
            try (var database = embedded.start(Path.of(Main.setting("RIGHTDOOR_DATA", "data")))) {
                return work.applyAsInt(database.address().source());
            }
        } catch (IllegalArgumentException | IOException failure) {
            err.println(failure.getMessage());
            return 1;
        }
    }

    /** Null where none is set. */
    private static BackupKey key() {
        var words = secret("RIGHTDOOR_BACKUP_KEY");
        return words.isBlank() ? null : new BackupKey(words);
    }

    /** Of the environment or of the file that it names; blank where neither is set. */
    private static String secret(String name) {
        var file = Main.setting(name + "_FILE", "");
        try {
            return file.isEmpty() ? Main.setting(name, "") : Files.readString(Path.of(file));
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(name + "_FILE cannot be read: " + file);
        }
    }
}
