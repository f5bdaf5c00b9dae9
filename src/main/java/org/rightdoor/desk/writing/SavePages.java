package org.rightdoor.desk.writing;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.desk.Access;
import org.rightdoor.desk.Seats;
import org.rightdoor.desk.writing.Drafts.Kind;
import org.rightdoor.people.May;

/** Keeps what is being typed; the page asks for it when its writer pauses. */
@Path("/desk/inquiries/{number}/draft")
@RolesAllowed(May.WORK)
@Cancellable(false)
class SavePages {

    /** In characters; more than may be sent, so that nothing is lost before somebody shortens it. */
    private static final int LONGEST = 100_000;

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
            @RestForm String text,
            @RestForm String translation,
            @RestForm("channel") List<String> channels,
            @RestForm String answer,
            @RestForm("contact") Long contact,
            @RestForm("reply") Long reply) {
        return save(number, Kind.REPLY, Writing.of(text, translation, channels, answer, Known.of(contact, reply)));
    }

    @POST
    @Path("/note")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> note(@RestPath long number, @RestForm String text) {
        return save(number, Kind.NOTE, Writing.of(text));
    }

    private Uni<Response> save(long number, Kind kind, Writing writing) {
        if (writing.text().length() + writing.translation().length() > LONGEST) {
            return Uni.createFrom().item(Response.status(413).build());
        }
        var seat = seats.now();
        return access.demandWork(number, seat)
                .chain(() -> drafts.save(number, seat.staff().id, kind, writing))
                .replaceWith(Response.noContent().build());
    }
}
