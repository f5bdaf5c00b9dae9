package org.rightdoor.records.audit;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** The command {@code audit verify [HEAD | --anchor FILE]}: is the audit trail as it was written? */
public final class AuditCommand {

    /**
     * What is held against the chain.
     *
     * @param head what an earlier run gave, which must still be in the chain; or null
     * @param anchors a file with anchors, or one of them; or null
     * @param key what anchors are signed with; null or blank where they are not
     */
    public record Proof(String head, String anchors, String key) {

        /** From the words after {@code audit verify}. */
        public static Proof of(List<String> words, String key) {
            if (words.isEmpty()) return new Proof(null, null, key);
            if (!words.get(0).equals("--anchor")) return new Proof(words.get(0), null, key);
            if (words.size() < 2) {
                throw new IllegalArgumentException("--anchor wants a file with anchors, or the line of one.");
            }
            return new Proof(null, String.join(" ", words.subList(1, words.size())), key);
        }
    }

    private AuditCommand() {}

    /**
     * Prints the first break, or where the chain ends, to keep elsewhere.
     *
     * @return the exit code: 0 where nothing is broken, otherwise 1
     */
    public static int verify(DataSource database, Proof proof, PrintStream out, PrintStream err) {
        try (var connection = database.getConnection()) {
            var broken = broken(connection, proof);
            if (broken != null) {
                err.println("The audit trail is broken: " + broken);
                return 1;
            }
            out.println("The audit trail is whole. It ends with " + Chain.head(connection));
            out.println(Anchors.take(connection).written(proof.key));
            return 0;
        } catch (SQLException | IOException | Anchor.Unusable failure) {
            err.println("The audit trail cannot be checked: " + failure.getMessage());
            return 1;
        }
    }

    /** Where the chain ends now, as one line to keep elsewhere. */
    public static String anchor(DataSource database, String key) throws SQLException {
        try (var connection = database.getConnection()) {
            return Anchors.take(connection).written(key);
        }
    }

    private static String broken(Connection connection, Proof proof) throws SQLException, IOException, Anchor.Unusable {
        var broken = Chain.firstBreak(connection);
        if (broken != null) return broken;
        if (proof.head != null && !Chain.holds(connection, proof.head)) {
            return "the chain does not hold " + proof.head + ": its end was cut off or written anew";
        }
        if (proof.anchors == null) return null;
        var lines = Anchors.of(proof.anchors);
        if (lines.isEmpty()) throw new Anchor.Unusable(proof.anchors + " holds no anchor");
        for (var line : lines) {
            broken = Anchors.missing(connection, Anchor.read(line, proof.key));
            if (broken != null) return broken;
        }
        return null;
    }
}
