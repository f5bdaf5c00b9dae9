package org.rightdoor.portal;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
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
        var allowed = OPEN.contains(context.normalizedPath()) ? allowed(origin, config.widgetOrigins()) : null;
        if (allowed == null) {
            context.next();
        } else if (request.method() == HttpMethod.OPTIONS) {
            allow(allowed, context);
            context.response()
                    .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "POST")
                    .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, HEADERS)
                    .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, A_DAY)
                    .setStatusCode(204)
                    .end();
        } else if (request.method() == HttpMethod.POST && !isLoggedIn(context)) {
            allow(allowed, context);
            // The check behind this one knows a single list of origins for all addresses.
            request.headers().remove(HttpHeaders.ORIGIN);
            context.next();
        } else {
            context.next();
        }
    }

    /** What {@code Access-Control-Allow-Origin} says to that site; null to one that is not welcome, or none. */
    static String allowed(String origin, List<String> welcome) {
        if (origin == null) return null;
        if (welcome.contains("*")) return "*";
        return welcome.contains(origin) ? origin : null;
    }

    private static boolean isLoggedIn(RoutingContext context) {
        var headers = context.request().headers();
        return headers.contains(HttpHeaders.COOKIE) || headers.contains(HttpHeaders.AUTHORIZATION);
    }

    private static void allow(String origin, RoutingContext context) {
        context.response()
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
                .putHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
    }
}
