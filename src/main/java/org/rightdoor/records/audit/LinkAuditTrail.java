package org.rightdoor.records.audit;

import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.rightdoor.Database;

/** Links what was added to the audit trail, half a minute later; until then a line is not yet under the chain's protection. */
@ApplicationScoped
class LinkAuditTrail {

    /**
     * A line gets its number a moment before its transaction is known as one that runs, so a mark rests before it is
     * believed.
     */
    private static final Duration REST = Duration.ofSeconds(10);

    @Inject
    AgroalDataSource database;

    private List<Chain.Mark> marks = List.of();
    private Instant markedAt = Instant.EPOCH;
    private LocalDate toldOn = LocalDate.EPOCH;

    @Scheduled(every = "15s", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = Database.NotReady.class)
    synchronized void link() throws SQLException {
        if (Instant.now().isBefore(markedAt.plus(REST))) return;
        try (var connection = database.getConnection()) {
            for (var mark : marks) link(connection, mark);
            marks = Chain.marks(connection);
            markedAt = Instant.now();
            tellHead(connection);
        }
    }

    private static void link(Connection connection, Chain.Mark mark) throws SQLException {
        connection.setAutoCommit(false);
        try {
            Chain.link(connection, mark);
            connection.commit();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    // Logs are kept elsewhere, so that whoever can change the database cannot cut off the chain's end unnoticed.
    private void tellHead(Connection connection) throws SQLException {
        if (LocalDate.now().equals(toldOn)) return;
        var head = Chain.head(connection);
        if (!head.isEmpty()) Log.infof("The audit trail ends with %s today", head);
        toldOn = LocalDate.now();
    }
}
