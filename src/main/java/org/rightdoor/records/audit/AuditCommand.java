package org.rightdoor.records.audit;

import java.io.PrintStream;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The command {@code audit verify [HEAD]}: is the audit trail as it was written? */
public final class AuditCommand {

    private AuditCommand() {}

    /**
     * Prints the first break, or the head to write down elsewhere.
     *
     * @param head what an earlier run or the application's log gave, which must still be in the chain; or null
     * @return the exit code: 0 where nothing is broken, otherwise 1
     */
    public static int verify(DataSource database, String head, PrintStream out, PrintStream err) {
        try (var connection = database.getConnection()) {
            var broken = Chain.firstBreak(connection);
            if (broken == null && head != null && !Chain.holds(connection, head)) {
                broken = "the chain does not hold " + head + ": its end was cut off or written anew";
            }
            if (broken != null) {
                err.println("The audit trail is broken: " + broken);
                return 1;
            }
            out.println("The audit trail is whole. It ends with " + Chain.head(connection));
            return 0;
        } catch (SQLException failure) {
            err.println("The audit trail cannot be read: " + failure.getMessage());
            return 1;
        }
    }
}
