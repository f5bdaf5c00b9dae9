package org.rightdoor.portal;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Metrics tell how many alerts wait and how long families do: they are for whoever asks from inside, and are not there for
 * those whom a proxy lets in from outside. Health stays, for load balancers ask for it that way.
 */
@ApplicationScoped
class ForOperators {

    private static final String METRICS = "/q/metrics";
    private static final int EARLY = 90;

    void register(@Observes Filters filters) {
        filters.register(
                context -> {
                    if (context.normalizedPath().startsWith(METRICS) && isFromOutside(context)) {
                        context.response().setStatusCode(404).end();
                    } else {
                        context.next();
                    }
                },
                EARLY);
    }

    private static boolean isFromOutside(RoutingContext context) {
        var headers = context.request().headers();
        return headers.contains("X-Forwarded-For") || headers.contains("Forwarded");
    }
}
