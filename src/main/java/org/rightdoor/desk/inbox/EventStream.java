package org.rightdoor.desk.inbox;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Duration;
import java.time.Instant;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.rightdoor.desk.Seats;
import org.rightdoor.login.LoggedIn;
import org.rightdoor.people.May;

/**
 * Server-sent events for the open pages of the desk: {@code GET /desk/events} for lists, {@code ?case=1042} for one case.
 *
 * <table>
 * <caption>Events; each but the beat carries the time as its id</caption>
 * <tr><th>event<th>data
 * <tr><td>{@code cases}<td>an array of {@link News}: {@code [{"number":1042,"what":["OPENED","CONTACT"],"by":7,
 *     "now":{"number":1042,"department":"transportation","status":"OPEN","assigneeId":7,"assignee":"Robin","contacts":1,
 *     "asleep":false,"merged":false}}]}, or {@code "gone":true} instead of {@code now}
 * <tr><td>{@code presence}<td>with {@code ?case} only: {@code {"number":1042,"kind":"PRESENCE","by":7,"detail":"writing"}},
 *     as it was said by {@link org.rightdoor.inquiry.Changes#tell}
 * <tr><td>{@code missed}<td>{@code {}}: something may have changed that nobody heard of; load again what matters
 * <tr><td>{@code beat}<td>{@code {}}, every 20 seconds
 * <tr><td>{@code over}<td>{@code {}}: the reader has logged out, has left or has another role; the stream ends
 * </table>
 *
 * <p>A page that comes back says since when it was away: {@code Last-Event-ID} or {@code ?since=}, both in milliseconds
 * since 1970.
 */
@Path("/desk/events")
@RolesAllowed(May.READ)
class EventStream {

    /** After that a page comes back by itself, and is asked again who it is. */
    private static final Duration LASTS = Duration.ofMinutes(10);

    /** Events that may wait for a page that reads slowly; one that is slower starts again. */
    private static final int MAY_WAIT = 256;

    @Inject
    Seats seats;

    @Inject
    LoggedIn loggedIn;

    @Inject
    Watchers watchers;

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @ResponseHeader(name = "X-Accel-Buffering", value = "no") // nginx would keep events back
    public Multi<OutboundSseEvent> events(
            @RestQuery("case") Long number, @RestQuery String since, @HeaderParam("Last-Event-ID") String last) {
        var staff = seats.now().staff();
        if (watchers.isFull(staff.id)) {
            throw new ClientErrorException("Too many pages are open at once. Close some of them.", 429);
        }
        var session = loggedIn.sessionId();
        var from = time(last != null ? last : since);
        return Multi.createFrom()
                .<OutboundSseEvent>emitter(
                        stream -> watchers.add(Watcher.of(staff, session, number, stream), from),
                        BackPressureStrategy.ERROR)
                .onOverflow()
                .buffer(MAY_WAIT)
                .select()
                .first(LASTS);
    }

    private static Instant time(String millis) {
        return millis == null || !millis.matches("\\d{1,15}") ? null : Instant.ofEpochMilli(Long.parseLong(millis));
    }
}
