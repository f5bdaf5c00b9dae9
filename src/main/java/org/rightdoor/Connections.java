package org.rightdoor;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.rightdoor.inquiry.DirectLine;

/**
 * How connections to the database are made. Statements stay prepared: to plan the inbox's takes PostgreSQL longer than to
 * answer it. Only behind a pooler that passes on transactions they do not, for the next one may reach another session. No
 * statement is spread over several processes: many small ones come at once, and to start a process costs more than they
 * do.
 */
@Singleton
class Connections implements PgPoolCreator {

    /** Characters; the inbox's statements are longer than what the driver keeps by itself. */
    private static final int LONGEST_KEPT = 16_000;

    /** No transaction of ours waits for anything but the database. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    @Inject
    Config config;

    @ConfigProperty(name = DirectLine.ADDRESS)
    Optional<String> pastPooler;

    @Override
    public Pool create(Input input) {
        var asked = asked(config.longestStatement(), config.longestWait());
        input.pgConnectOptionsList().forEach(options -> {
            options.setCachePreparedStatements(pastPooler.isEmpty())
                    .setUseLayer7Proxy(pastPooler.isPresent())
                    .setPreparedStatementCacheSqlLimit(LONGEST_KEPT);
            asked.forEach(options::addProperty);
        });
        return PgBuilder.pool()
                .with(input.poolOptions())
                .connectingTo(List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList()))
                .using(input.vertx())
                .build();
    }

    /** What is asked of PostgreSQL as a connection begins; a pooler has to let it pass, or to leave it out. */
    static Map<String, String> asked(Duration longestStatement, Duration longestWait) {
        return Map.of(
                "max_parallel_workers_per_gather",
                "0",
                "statement_timeout",
                milliseconds(longestStatement),
                "lock_timeout",
                milliseconds(longestWait),
                "idle_in_transaction_session_timeout",
                milliseconds(LONGEST_PAUSE));
    }

    private static String milliseconds(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
