package org.rightdoor.desk.inbox;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.rightdoor.desk.Seat;
import org.rightdoor.inquiry.Changes;
import org.rightdoor.routing.RoutingRules;
import org.rightdoor.safety.AlertBell;

/**
 * Lists as they were made a moment ago, each for the one person it was made for. Before one is shown again the database is
 * asked whether anything has changed that a list shows (V075), so that nobody sees less than what is: that one question
 * takes a twentieth of the time that making the page does. Whether the person may look at all is asked before. Who comes while
 * a page is being made waits for that one, and is not the reason to make another.
 */
@ApplicationScoped
class FreshPages {

    /** Pages say how long families have been waiting, in minutes; and what sleeps wakes by the clock. */
    private static final Duration HOLDS = Duration.ofSeconds(10);

    private static final int MOST = 200;

    /** What decides how a page looks, beside what the database holds. */
    private record Of(
            long staff,
            String name,
            String roles,
            List<String> departments,
            boolean toured,
            boolean singleKeys,
            List<AlertBell.Ring> rings,
            boolean bellIsOff,
            String address) {}

    /** @param rules by which it is made; compared by identity, for there is much in them */
    private record Making(RoutingRules rules, long change, long until, Uni<PackedPage> page) {

        boolean isFresh(RoutingRules now, long changeNow) {
            return rules == now && change == changeNow && until - System.nanoTime() > 0;
        }
    }

    @Inject
    Pool pool;

    @Inject
    Changes changes;

    @Inject
    AlertBell bell;

    private final Map<Of, Making> pages = new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Of, Making> eldest) {
            return size() > MOST;
        }
    };

    /** A change counts when it is made and is seen when it is committed: what was made between the two is forgotten here. */
    void forgetWhatChanges(@Observes StartupEvent start) {
        changes.watch(moment -> {
            synchronized (pages) {
                pages.clear();
            }
        });
    }

    /** The page at the address that was asked for, as this person sees it. */
    Uni<Response> page(Seat seat, RoutingContext asked, Supplier<Uni<String>> made) {
        var of = of(seat, asked.request().query());
        var here = MutinyHelper.executor(Vertx.currentContext());
        return pool.preparedQuery("select last_value from list_change")
                .execute()
                .map(rows -> rows.iterator().next().getLong(0))
                .chain(change -> making(of, seat.rules(), change, made).page)
                // It may have been made for somebody else's request.
                .emitOn(here)
                .map(page -> response(page, asked));
    }

    private Of of(Seat seat, String address) {
        var staff = seat.staff();
        return new Of(
                staff.id,
                staff.name,
                staff.roles,
                staff.worksFor(),
                staff.toured,
                staff.singleKeys,
                bell.of(staff),
                bell.isOff(),
                address);
    }

    private Making making(Of of, RoutingRules rules, long change, Supplier<Uni<String>> made) {
        synchronized (pages) {
            var known = pages.get(of);
            if (known != null && known.isFresh(rules, change)) return known;
            var page = Uni.createFrom()
                    .deferred(made::get)
                    .map(PackedPage::of)
                    .onFailure()
                    .invoke(() -> forget(of))
                    .memoize()
                    .indefinitely();
            var making = new Making(rules, change, System.nanoTime() + HOLDS.toNanos(), page);
            pages.put(of, making);
            return making;
        }
    }

    private void forget(Of of) {
        synchronized (pages) {
            pages.remove(of);
        }
    }

    private static Response response(PackedPage page, RoutingContext asked) {
        return Response.ok(page.toSend(asked))
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header(HttpHeaders.CACHE_CONTROL.toString(), "no-cache, private")
                .header(HttpHeaders.VARY.toString(), "Accept-Language, Cookie, Accept-Encoding")
                .build();
    }
}
