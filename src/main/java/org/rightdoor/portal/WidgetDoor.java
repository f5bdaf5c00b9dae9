package org.rightdoor.portal;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;

/**
 * Lets pages of other sites use {@code /widget/}, and nothing else: what is there asks for no log-in and reads no cookie,
 * so that a page of a stranger can do no more with it than the stranger could alone.
 */
class WidgetDoor {

    private static final int BEFORE_FOREIGN_ORIGINS_ARE_REFUSED = 1_000;

    void open(@Observes Filters filters) {
        filters.register(WidgetDoor::letIn, BEFORE_FOREIGN_ORIGINS_ARE_REFUSED);
    }

    private static void letIn(RoutingContext context) {
        if (context.normalizedPath().startsWith("/widget/")) {
            context.request().headers().remove(HttpHeaders.ORIGIN);
            context.request().headers().remove(HttpHeaders.COOKIE);
            context.response().putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        }
        context.next();
    }
}
