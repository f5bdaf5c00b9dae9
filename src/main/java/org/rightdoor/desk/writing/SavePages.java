package org.rightdoor.desk.writing;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.desk.Access;
import org.rightdoor.desk.Seats;
import org.rightdoor.desk.writing.Drafts.Kind;
import org.rightdoor.people.May;

/**
 * Keeps what is being typed; the page asks for it when its writer pauses. {@code If-Match} names the version that the page goes
 * on from (the {@code ETag} of the answer before); where its writer has gone on elsewhere since, 412 brings what stands there
 * instead: {@code {"text":"...","translation":"..."}}.
 */
@Path("/desk/inquiries/{number}/draft")
@RolesAllowed(May.WORK)
@Cancellable(false)
class SavePages {

    /** In characters; more than may be sent, so that nothing is lost before somebody shortens it. */
    private static final int LONGEST = 100_000;

    /** What the same person has written in another window or on another device. */
    record Elsewhere(String text, String translation) {}

    @Inject
    Seats seats;

    @Inject
    Access access;

    @Inject
    Drafts drafts;

    @POST
    @Path("/reply")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> reply(
            @RestPath long number,
            @RestHeader(HttpHeaders.IF_MATCH) String version,
            @RestForm String text,
            @RestForm String translation,
            @RestForm("channel") List<String> channels,
            @RestForm String answer,
            @RestForm("contact") Long contact,
            @RestForm("reply") Long reply) {
        var writing = Writing.of(text, translation, channels, answer, Known.of(contact, reply));
        return save(number, Kind.REPLY, writing, version);
    }

    @POST
    @Path("/note")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> note(
            @RestPath long number, @RestHeader(HttpHeaders.IF_MATCH) String version, @RestForm String text) {
        return save(number, Kind.NOTE, Writing.of(text), version);
    }

    private Uni<Response> save(long number, Kind kind, Writing writing, String version) {
        if (writing.text().length() + writing.translation().length() > LONGEST) {
            return Uni.createFrom().item(Response.status(413).build());
        }
        var seat = seats.now();
        return access.demandWork(number, seat)
                .chain(() -> drafts.save(number, seat.staff().id, kind, writing, version(version)))
                .map(kept -> (kept.saved() ? Response.noContent() : overtaken(kept.writing()))
                        .tag(Long.toString(kept.writing().version()))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }

    private static Response.ResponseBuilder overtaken(Writing there) {
        return Response.status(Response.Status.PRECONDITION_FAILED)
                .type(MediaType.APPLICATION_JSON)
                .entity(new Elsewhere(there.text(), there.translation()));
    }

    private static Long version(String tag) {
        return tag == null || !tag.matches("\"\\d{1,18}\"") ? null : Long.valueOf(tag.substring(1, tag.length() - 1));
    }
}
