package org.rightdoor.portal;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.ServiceUnavailableException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * When more comes at once than can be served soon, some are asked to come again in a moment, before anything was done for
 * them, so that the others are served quickly: first those who want reports, then staff, and families last. Texts and mails
 * that are turned away wait with Twilio and in the mailbox.
 */
@ApplicationScoped
class Rush {

    /** Runs before what does any work. */
    private static final int FIRST = 9_000;

    private static final long COME_AGAIN_AFTER_SECONDS = 5;

    /** Who sends slowly, or a file, is no rush: many such connections must not keep the others out. */
    private static final Duration COUNTS_FOR = Duration.ofSeconds(10);

    private static final String TURNED_AWAY = Rush.class.getName();

    /** With so many requests underway, a further one of that rank is turned away; 800 take two or three seconds on two cores. */
    enum Rank {
        REPORT(150),
        DESK(400),
        FAMILY(800),
        /** Who looks after the machine sees it when it is busiest. */
        OPERATIONS(Integer.MAX_VALUE);

        private final int most;

        Rank(int most) {
            this.most = most;
        }

        static Rank of(String path) {
            if (path.startsWith("/q/")) return OPERATIONS;
            if (path.startsWith("/desk/insight") || path.startsWith("/desk/records") || path.contains("/export"))
                return REPORT;
            return path.equals("/desk") || path.startsWith("/desk/") ? DESK : FAMILY;
        }
    }

    @Inject
    RoutingContext context;

    private final AtomicInteger underway = new AtomicInteger();

    void register(@Observes Filters filters) {
        filters.register(this::count, FIRST);
    }

    private void count(RoutingContext request) {
        // A live page's stream is open all day and costs nothing.
        if ("text/event-stream".equals(request.request().getHeader("Accept"))) {
            request.next();
            return;
        }
        if (!lets(Rank.of(request.normalizedPath()))) request.put(TURNED_AWAY, true);
        var counted = new AtomicBoolean(true);
        Runnable end = () -> {
            if (counted.getAndSet(false)) ended();
        };
        var timer = request.vertx().setTimer(COUNTS_FOR.toMillis(), late -> end.run());
        request.addEndHandler(over -> {
            request.vertx().cancelTimer(timer);
            end.run();
        });
        request.next();
    }

    /** Counts one more; false when it should come again. */
    boolean lets(Rank rank) {
        return underway.incrementAndGet() <= rank.most;
    }

    int underway() {
        return underway.get();
    }

    void ended() {
        underway.decrementAndGet();
    }

    /** Before the door is looked for, a log-in checked, or a body read. */
    @ServerRequestFilter(preMatching = true)
    void turnAway() {
        if (context.get(TURNED_AWAY) != null) throw new ServiceUnavailableException(COME_AGAIN_AFTER_SECONDS);
    }
}
