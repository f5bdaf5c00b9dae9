package org.rightdoor.records.backup;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import javax.sql.DataSource;

/** The commands {@code backup FILE} and {@code restore FILE}; each returns the exit code, 0 or 1. */
public final class BackupCommand {

    private BackupCommand() {}

    /**
     * @param key null to write it for everybody to read
     * @param anchor where the audit trail ends that the backup holds
     */
    public static int backup(
            DataSource database, Path file, BackupKey key, Callable<String> anchor, PrintStream out, PrintStream err) {
        try {
            var ending = anchor.call();
            var made = Backup.write(database, file, key);
            out.printf(
                    "%s: %d rows of %d tables, %,d bytes, %s%n",
                    file, made.rows(), made.tables(), Files.size(file), key == null ? "not encrypted" : "encrypted");
            out.println("Keep this elsewhere, for 'audit verify --anchor': " + ending);
            return 0;
        } catch (Exception failure) {
            err.println("No backup was made: " + failure.getMessage());
            return 1;
        }
    }

    /** @param key null where the backup is not encrypted */
    public static int restore(
            DataSource database, Path file, BackupKey key, Restore.Tables tables, PrintStream out, PrintStream err) {
        try {
            var made = Restore.read(database, file, key, tables);
            out.printf("Restored %d rows of %d tables from %s%n", made.rows(), made.tables(), file);
            return 0;
        } catch (Exception failure) {
            err.println("Nothing was restored: " + failure.getMessage());
            return 1;
        }
    }
}
