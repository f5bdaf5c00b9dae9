package org.rightdoor;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
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
                EmbeddedDatabase::reach, database -> BackupCommand.backup(database, Path.of(file), key(), out, err));
    }

    int restore(String file) {
        return with(
                EmbeddedDatabase::in,
                database ->
                        BackupCommand.restore(database, Path.of(file), key(), RecordsCommand::migrations, out, err));
    }

    /** @param head null where none was written down */
    int verify(String head) {
        return with(EmbeddedDatabase::reach, database -> AuditCommand.verify(database, head, out, err));
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
        var file = Main.setting("RIGHTDOOR_BACKUP_KEY_FILE", "");
        try {
            var words = file.isEmpty() ? Main.setting("RIGHTDOOR_BACKUP_KEY", "") : Files.readString(Path.of(file));
            return words.isBlank() ? null : new BackupKey(words);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("RIGHTDOOR_BACKUP_KEY_FILE cannot be read: " + file);
        }
    }
}
