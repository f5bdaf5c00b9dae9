package org.rightdoor.portal;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Set;
import org.rightdoor.Config;

/**
 * Lets pages of other sites ask a question (Fetch standard, "CORS protocol"): these two addresses, by POST, without
 * cookies or keys. Everything else stays with the check of the origin that comes after it.
 */
class WidgetOrigins {

    private static final Set<String> OPEN = Set.of("/api/inquiries", "/widget/likely");
    private static final String HEADERS = "content-type, idempotency-key";
    private static final String A_DAY = "86400";
    private static final int BEFORE_THE_ORIGIN_IS_CHECKED = 1000;

    @Inject
    Config config;

    void open(@Observes Filters filters) {
        filters.register(this::answer, BEFORE_THE_ORIGIN_IS_CHECKED);
    }

    private void answer(RoutingContext context) {
        var request = context.request();
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null || !OPEN.contains(context.normalizedPath()) || !isWelcome(origin)) {
            context.next();
        } else if (request.method() == HttpMethod.OPTIONS) {
            allow(origin, context);
            context.response()
                    .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "POST")
                    .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, HEADERS)
                    .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, A_DAY)
                    .setStatusCode(204)
                    .end();
        } else if (request.method() == HttpMethod.POST && !isLoggedIn(context)) {
            allow(origin, context);
            // The check behind this one knows a single list of origins for all addresses.
            request.headers().remove(HttpHeaders.ORIGIN);
            context.next();
        } else {
            context.next();
        }
    }

    private static boolean isLoggedIn(RoutingContext context) {
        var headers = context.request().headers();
        return headers.contains(HttpHeaders.COOKIE) || headers.contains(HttpHeaders.AUTHORIZATION);
    }

    private void allow(String origin, RoutingContext context) {
        context.response()
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, isAnyWelcome() ? "*" : origin)
                .putHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
    }

    private boolean isWelcome(String origin) {
        return isAnyWelcome() || config.widgetOrigins().contains(origin);
    }

    private boolean isAnyWelcome() {
        return config.widgetOrigins().contains("*");
    }
}
