package org.rightdoor.desk.inquiry;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.desk.Seats;
import org.rightdoor.inquiry.Deed;
import org.rightdoor.people.May;

/** A case is resolved, and opened again. */
@Path("/desk/inquiries/{number}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(May.WORK)
@Cancellable(false)
class StatePages {

    @Inject
    Seats seats;

    @Inject
    CaseDesk desk;

    @POST
    @Path("/resolved")
    public Uni<Response> resolve(@RestPath long number, @RestForm String seen) {
        var seat = seats.now();
        return desk.deed(
                number,
                seat,
                Draft.STATE,
                "resolved",
                Deed.Kind.RESOLVED,
                Seen.read(seen).before(inquiry -> inquiry.resolve(seat.actor())));
    }

    @POST
    @Path("/reopened")
    public Uni<Response> reopen(@RestPath long number, @RestForm String seen) {
        var seat = seats.now();
        return desk.deed(
                number,
                seat,
                Draft.STATE,
                "reopened",
                Deed.Kind.REOPENED,
                Seen.read(seen).before(inquiry -> inquiry.reopen(seat.actor())));
    }
}
