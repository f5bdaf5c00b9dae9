package org.rightdoor.records.audit;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.rightdoor.Config;
import org.rightdoor.Database;

/** Links what was added to the audit trail, half a minute later; until then a line is not yet under the chain's protection. */
@ApplicationScoped
class LinkAuditTrail {

    private static final Logger LOG = Logger.getLogger(LinkAuditTrail.class);

    /**
     * A line gets its number a moment before its transaction is known as one that runs, so a mark rests before it is
     * believed.
     */
    private static final Duration REST = Duration.ofSeconds(10);

    private static final Duration ANCHORED_EVERY = Duration.ofHours(1);

    @Inject
    AgroalDataSource database;

    @Inject
    Config config;

    private List<Chain.Mark> marks = List.of();
    private Instant markedAt = Instant.EPOCH;
    private Instant anchoredAt = Instant.EPOCH;
    private final Map<Log, AtomicLong> linked = new EnumMap<>(Log.class);

    /** The gauge never falls: where it does, somebody has cut off an end. */
    @Inject
    LinkAuditTrail(MeterRegistry meters) {
        for (var log : Log.values()) {
            var last = meters.gauge("rightdoor.audit.linked", Tags.of("log", log.table), new AtomicLong());
            linked.put(log, last);
        }
    }

    @Scheduled(every = "15s", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = Database.NotReady.class)
    synchronized void link() throws SQLException {
        if (Instant.now().isBefore(markedAt.plus(REST))) return;
        try (var connection = database.getConnection()) {
            for (var mark : marks) link(connection, mark);
            marks = Chain.marks(connection);
            markedAt = Instant.now();
            anchor(connection);
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

    // What is kept elsewhere tells when somebody who can change the database has cut off the chain's end.
    private void anchor(Connection connection) throws SQLException {
        var anchor = Anchors.take(connection);
        anchor.ends().forEach((log, end) -> linked.get(log).set(end.line()));
        if (anchor.ends().isEmpty() || Instant.now().isBefore(anchoredAt.plus(ANCHORED_EVERY))) return;
        anchoredAt = Instant.now();
        var written = anchor.written(config.auditKey().orElse(null));
        LOG.info(written);
        config.auditAnchors().ifPresent(file -> keep(written, file));
    }

    private static void keep(String written, Path file) {
        try {
            Anchors.keep(written, file);
        } catch (IOException failure) {
            LOG.errorf("The anchor of the audit trail could not be added to %s: %s", file, failure);
        }
    }
}
