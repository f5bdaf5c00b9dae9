package org.rightdoor.desk.inbox;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
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
 * takes a twentieth of the time that making the page does. Whether the person may look at all is asked before.
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

    /** @param rules by which it was made; compared by identity, for there is much in them */
    private record Page(RoutingRules rules, long change, long until, byte[] html) {

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

    private final Map<Of, Page> pages = new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Of, Page> eldest) {
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

    /** The page at that address as this person sees it. */
    Uni<Response> page(Seat seat, String address, Supplier<Uni<String>> made) {
        var of = of(seat, address);
        return pool.preparedQuery("select last_value from list_change")
                .execute()
                .map(rows -> rows.iterator().next().getLong(0))
                .chain(change -> {
                    var kept = kept(of);
                    return kept != null && kept.isFresh(seat.rules(), change)
                            ? Uni.createFrom().item(kept)
                            : made.get().map(html -> keep(of, seat.rules(), change, html));
                })
                .map(FreshPages::response);
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

    private Page kept(Of of) {
        synchronized (pages) {
            return pages.get(of);
        }
    }

    private Page keep(Of of, RoutingRules rules, long change, String html) {
        var page = new Page(rules, change, System.nanoTime() + HOLDS.toNanos(), html.getBytes(StandardCharsets.UTF_8));
        synchronized (pages) {
            pages.put(of, page);
        }
        return page;
    }

    private static Response response(Page page) {
        return Response.ok(page.html)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header(HttpHeaders.CACHE_CONTROL, "no-cache, private")
                .header(HttpHeaders.VARY, "Accept-Language, Cookie, Accept-Encoding")
                .build();
    }
}
