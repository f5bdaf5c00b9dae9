package org.rightdoor.portal;

import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** Tells "the database is away, or has no time for this" from a fault of our own. */
final class Outage {

    private static final String UNDEFINED_TABLE = "42P01";

    /**
     * Shutting down, crashed, starting up, and a primary that has become a standby, which takes nothing any more
     * (PostgreSQL, appendix A).
     */
    private static final Set<String> AWAY = Set.of("57P01", "57P02", "57P03", "25006");

    /**
     * Ended because it took too long, waited too long for what another one holds, each of two waited for the other, or paused
     * in a transaction.
     */
    private static final Set<String> TOO_LONG = Set.of("57014", "55P03", "40P01", "25P03");

    /** Class "insufficient resources": disk full, out of memory, too many clients. */
    private static final String SHORT_OF_SOMETHING = "53";

    private Outage() {}

    /** @param tablesAreThere false until the migrations have run; a missing table is no fault before */
    static boolean isBehind(Throwable failure, boolean tablesAreThere) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PgException pg) return isAway(pg.getSqlState(), tablesAreThere);
            // Hibernate's copy of the same.
            if (cause instanceof SQLException sql && sql.getSQLState() != null)
                return isAway(sql.getSQLState(), tablesAreThere);
            if (cause instanceof SocketException
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
        return state.startsWith("08")
                || state.startsWith(SHORT_OF_SOMETHING)
                || AWAY.contains(state)
                || TOO_LONG.contains(state)
                || state.equals(UNDEFINED_TABLE) && !tablesAreThere;
    }

    // Neither the driver nor the network has a type of its own for these.
    private static boolean isLostConnection(String message) {
        return message != null
                && (message.contains("Connection reset")
                        || message.contains("Broken pipe")
                        || message.contains("underlying connection might get lost")
                        || message.contains("Timeout waiting for connection")
                        || message.contains("Connection is closed"));
    }
}
