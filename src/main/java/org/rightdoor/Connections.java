package org.rightdoor;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/**
 * How connections to the database are made. Statements stay prepared: to plan the inbox's takes PostgreSQL longer than to
 * answer it. No statement is spread over several processes: many small ones come at once, and to start a process costs
 * more than they do.
 */
@Singleton
class Connections implements PgPoolCreator {

    /** Characters; the inbox's statements are longer than what the driver keeps by itself. */
    private static final int LONGEST_KEPT = 16_000;

    /** No transaction of ours waits for anything but the database. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    @Inject
    Config config;

    @Override
    public Pool create(Input input) {
        input.pgConnectOptionsList().forEach(options -> options.setCachePreparedStatements(true)
                .setPreparedStatementCacheSqlLimit(LONGEST_KEPT)
                .addProperty("max_parallel_workers_per_gather", "0")
                .addProperty("statement_timeout", milliseconds(config.longestStatement()))
                .addProperty("lock_timeout", milliseconds(config.longestWait()))
                .addProperty("idle_in_transaction_session_timeout", milliseconds(LONGEST_PAUSE)));
        return PgBuilder.pool()
                .with(input.poolOptions())
                .connectingTo(List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList()))
                .using(input.vertx())
                .build();
    }

    private static String milliseconds(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
