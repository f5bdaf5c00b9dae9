package org.rightdoor.portal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.rightdoor.Config;

/**
 * Serves as many at once as it can serve soon, and asks the others to come back: a request that waits in a queue for half a
 * minute helps nobody, and its answer finds nobody. Reports give way first; texts and mails are delivered again by whoever
 * has them. What staff keep open to see changes is not counted, for it does nothing most of the time.
 */
@ApplicationScoped
class Overload {

    /** More are under way than can be served soon. */
    static final class Reached extends RuntimeException {

        private final int retryAfterSeconds;

        private Reached(int retryAfterSeconds) {
            super("More at once than can be served", null, false, false);
            this.retryAfterSeconds = retryAfterSeconds;
        }

        int retryAfterSeconds() {
            return retryAfterSeconds;
        }
    }

    private static final int SHARE_OF_REPORTS = 4;

    private static final Reached FAMILY_WAITS = new Reached(3);
    private static final Reached REPORT_WAITS = new Reached(30);

    private final int most;
    private final AtomicInteger underWay = new AtomicInteger();
    private final Counter families;
    private final Counter reports;

    @Inject
    Overload(Config config, MeterRegistry meters) {
        most = Math.max(20, config.requestsAtOnce());
        families = refused("other", meters);
        reports = refused("report", meters);
        Gauge.builder("rightdoor.requests.underway", underWay, AtomicInteger::get)
                .description("Requests that are being served")
                .strongReference(true)
                .register(meters);
    }

    /** Its meters are there from the start. */
    void measureFromTheStart(@Observes StartupEvent start) {}

    @ServerRequestFilter(preMatching = true)
    void admit(RoutingContext context) {
        var path = context.normalizedPath();
        if (isKeptOpen(context.request())) return;
        var isReport = isReport(path);
        if (underWay.get() >= (isReport ? most / SHARE_OF_REPORTS : most)) {
            (isReport ? reports : families).increment();
            throw isReport ? REPORT_WAITS : FAMILY_WAITS;
        }
        underWay.incrementAndGet();
        context.addEndHandler(ended -> underWay.decrementAndGet());
    }

    private static boolean isReport(String path) {
        return path.startsWith("/desk/insight") || path.startsWith("/api/insight") || path.startsWith("/desk/records");
    }

    private static boolean isKeptOpen(HttpServerRequest request) {
        var accept = request.getHeader("Accept");
        return accept != null && accept.contains("text/event-stream");
    }

    private static Counter refused(String kind, MeterRegistry meters) {
        return Counter.builder("rightdoor.requests.refused")
                .description("Requests that were asked to come back")
                .tag("kind", kind)
                .register(meters);
    }
}
