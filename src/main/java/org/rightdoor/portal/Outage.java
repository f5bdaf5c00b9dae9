package org.rightdoor.portal;

import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** Tells "the database is away" from a fault of our own. */
final class Outage {

    private static final String UNDEFINED_TABLE = "42P01";

    /** Shutting down, crashed, starting up, too many clients (PostgreSQL, appendix A). */
    private static final Set<String> AWAY = Set.of("57P01", "57P02", "57P03", "53300");

    private Outage() {}

    /** @param tablesAreThere false until the migrations have run; a missing table is no fault before */
    static boolean isBehind(Throwable failure, boolean tablesAreThere) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PgException pg) return isAway(pg.getSqlState(), tablesAreThere);
            if (cause instanceof ConnectException
                    || cause instanceof UnknownHostException
                    || cause instanceof ClosedChannelException
                    || cause instanceof ClosedConnectionException
                    || cause instanceof ConnectionPoolTooBusyException
                    || cause instanceof TimeoutException) return true;
            if (isLostConnection(cause.getMessage())) return true;
        }
        return false;
    }

    private static boolean isAway(String state, boolean tablesAreThere) {
        if (state == null) return false;
        return state.startsWith("08") || AWAY.contains(state) || state.equals(UNDEFINED_TABLE) && !tablesAreThere;
    }

    // The driver has no type of its own for these two.
    private static boolean isLostConnection(String message) {
        return message != null
                && (message.contains("underlying connection might get lost")
                        || message.contains("Timeout waiting for connection")
                        || message.contains("Connection is closed"));
    }
}
