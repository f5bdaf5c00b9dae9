package org.rightdoor.portal;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Whoever sends more than {@link Pace} allows is told when to come again, before anything is read or asked for. */
class TooManyRequests {

    static final int STATUS = 429;

    @Inject
    Pace pace;

    @ServerRequestFilter(preMatching = true)
    void count(RoutingContext context) {
        var request = context.request();
        var wait = pace.wait(
                request.remoteAddress().hostAddress(), request.method().name(), context.normalizedPath());
        if (wait > 0) {
            throw new ClientErrorException(Response.status(STATUS)
                    .header(HttpHeaders.RETRY_AFTER, wait)
                    .build());
        }
    }
}
