package org.rightdoor.inquiry;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A connection that stays one and the same session, which whoever listens needs: past the pooler where one passes on
 * transactions, and otherwise one of the pool's.
 */
@ApplicationScoped
public class DirectLine {

    /** Name of the setting that says where the database is past a pooler. */
    public static final String ADDRESS = "database.direct-url";

    /** Milliseconds. */
    private static final int CONNECTS_WITHIN = 5_000;

    @Inject
    Pool pool;

    @Inject
    Vertx vertx;

    @ConfigProperty(name = ADDRESS)
    Optional<String> address;

    /** It is the caller's to close. */
    Uni<PgConnection> open() {
        return address.isEmpty()
                ? pool.getConnection().map(PgConnection::cast)
                : PgConnection.connect(
                        vertx, PgConnectOptions.fromUri(address.get()).setConnectTimeout(CONNECTS_WITHIN));
    }
}
