package org.rightdoor.portal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.rightdoor.Config;

/**
 * When more comes at once than can be served soon, some are asked to come again in a moment, before anything was done for
 * them, so that the others are served quickly: first those who want reports, then staff, and families last. A request that
 * waits in a queue for half a minute helps nobody. Texts and mails that are turned away wait with Twilio and in the mailbox.
 */
@ApplicationScoped
class Rush {

    /** Runs before what does any work. */
    private static final int FIRST = 9_000;

    /** Who sends slowly, or a file, is no rush: many such connections must not keep the others out. */
    private static final Duration COUNTS_FOR = Duration.ofSeconds(10);

    private static final int FEWEST = 20;

    private static final String TURNED_AWAY = Rush.class.getName();

    /** Who is turned away when this part of {@code RIGHTDOOR_REQUESTS_AT_ONCE} is underway, and for how long. */
    enum Rank {
        REPORT(0.25, 30),
        DESK(0.5, 10),
        FAMILY(1, 3),
        /** Who looks after the machine sees it when it is busiest. */
        OPERATIONS(Double.POSITIVE_INFINITY, 0);

        private final double share;
        private final Reached reached;

        Rank(double share, int comeAgainAfterSeconds) {
            this.share = share;
            reached = new Reached(comeAgainAfterSeconds);
        }

        static Rank of(String path) {
            if (path.startsWith("/q/")) return OPERATIONS;
            if (isReport(path)) return REPORT;
            return path.equals("/desk") || path.startsWith("/desk/") ? DESK : FAMILY;
        }

        private static boolean isReport(String path) {
            return path.startsWith("/desk/insight")
                    || path.startsWith("/api/insight")
                    || path.startsWith("/desk/records")
                    || path.contains("/export");
        }
    }

    /** More are underway than can be served soon. */
    static final class Reached extends RuntimeException {

        private final int comeAgainAfterSeconds;

        private Reached(int comeAgainAfterSeconds) {
            super("More at once than can be served", null, false, false);
            this.comeAgainAfterSeconds = comeAgainAfterSeconds;
        }

        int comeAgainAfterSeconds() {
            return comeAgainAfterSeconds;
        }
    }

    @Inject
    RoutingContext context;

    @ConfigProperty(name = "quarkus.shutdown.delay")
    Optional<Duration> heardOfWithin;

    private volatile boolean left;
    private final int most;
    private final AtomicInteger underway = new AtomicInteger();
    private final Map<Rank, Counter> refused = new EnumMap<>(Rank.class);

    @Inject
    Rush(Config config, MeterRegistry meters) {
        this(config.requestsAtOnce(), meters);
    }

    /** @param most requests underway before a family's is turned away */
    Rush(int most, MeterRegistry meters) {
        this.most = Math.max(FEWEST, most);
        for (var rank : Rank.values()) {
            if (rank != Rank.OPERATIONS) refused.put(rank, refused(rank, meters));
        }
        Gauge.builder("rightdoor.requests.underway", underway, AtomicInteger::get)
                .description("Requests that are being served")
                .strongReference(true)
                .register(meters);
    }

    private static Counter refused(Rank rank, MeterRegistry meters) {
        return Counter.builder("rightdoor.requests.refused")
                .description("Requests that were asked to come back")
                .tag("kind", rank.name().toLowerCase(Locale.ROOT))
                .register(meters);
    }

    void register(@Observes Filters filters) {
        filters.register(this::admit, FIRST);
    }

    /** Until every load balancer has heard of it, all is served as before. */
    void leave(@Observes ShutdownDelayInitiatedEvent leaves) {
        var delay = heardOfWithin.orElse(Duration.ZERO).toMillis();
        CompletableFuture.delayedExecutor(delay, TimeUnit.MILLISECONDS).execute(this::turnAllAway);
    }

    /**
     * The process ends when nothing is underway for a moment (Quarkus' shutdown timeout), and while six families write at
     * once that moment does not come by itself: what is still underway then would be cut off.
     */
    void turnAllAway() {
        left = true;
    }

    void admit(RoutingContext request) {
        if (isKeptOpen(request)) {
            request.next();
            return;
        }
        var rank = Rank.of(request.normalizedPath());
        if (lets(rank)) count(request);
        else request.put(TURNED_AWAY, rank);
        request.next();
    }

    // A live page's stream is open all day and costs nothing.
    private static boolean isKeptOpen(RoutingContext request) {
        var accept = request.request().getHeader("Accept");
        return accept != null && accept.contains("text/event-stream");
    }

    private void count(RoutingContext request) {
        var counted = new AtomicBoolean(true);
        Runnable end = () -> {
            if (counted.getAndSet(false)) ended();
        };
        var timer = request.vertx().setTimer(COUNTS_FOR.toMillis(), late -> end.run());
        request.addEndHandler(over -> {
            request.vertx().cancelTimer(timer);
            end.run();
        });
    }

    /** Counts one more, unless it should come again. */
    boolean lets(Rank rank) {
        if (underway.incrementAndGet() <= most * rank.share && (!left || rank == Rank.OPERATIONS)) return true;
        underway.decrementAndGet();
        refused.get(rank).increment();
        return false;
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
        turnAway(context.get(TURNED_AWAY));
    }

    /** @param rank of the request; null where it is let through */
    static void turnAway(Rank rank) {
        if (rank != null) throw rank.reached;
    }
}
