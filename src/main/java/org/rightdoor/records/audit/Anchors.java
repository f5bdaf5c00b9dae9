package org.rightdoor.records.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;

/** Takes anchors of the chain, keeps them in a file, and looks whether the chain still holds them. */
final class Anchors {

    private static final String END =
            "select last_id, encode(digest, 'hex') from audit_link where log = ? order by last_id desc limit 1";

    private static final String HELD =
            "select 1 from audit_link where log = ? and last_id = ? and encode(digest, 'hex') = ?";

    private Anchors() {}

    /** Where the chain ends now. */
    static Anchor take(Connection connection) throws SQLException {
        var ends = new EnumMap<Log, Anchor.End>(Log.class);
        for (var log : Log.values()) {
            try (var query = connection.prepareStatement(END)) {
                query.setString(1, log.table);
                var row = query.executeQuery();
                if (row.next()) ends.put(log, new Anchor.End(row.getLong(1), row.getString(2)));
            }
        }
        return new Anchor(Instant.now(), ends);
    }

    /** What of the anchor the chain does not hold any more, in words; null where it holds all of it. */
    static String missing(Connection connection, Anchor anchor) throws SQLException {
        for (var end : anchor.ends().entrySet()) {
            try (var query = connection.prepareStatement(HELD)) {
                query.setString(1, end.getKey().table);
                query.setLong(2, end.getValue().line());
                query.setString(3, end.getValue().digest());
                if (query.executeQuery().next()) continue;
            }
            return end.getKey().table + " does not end or go on as it did at " + anchor.at() + " with line "
                    + end.getValue().line() + ": its end was cut off or written anew";
        }
        return null;
    }

    /** Adds a line; the file may lie on a disk that the application can only append to. */
    static void keep(String written, Path file) throws IOException {
        Files.writeString(file, written + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** All anchors of a file, or the one that is given itself. */
    static List<String> of(String fileOrLine) throws IOException {
        if (fileOrLine.startsWith("audit-anchor ")) return List.of(fileOrLine);
        return Files.readAllLines(Path.of(fileOrLine)).stream()
                .filter(line -> line.contains("audit-anchor "))
                .toList();
    }
}
