package org.rightdoor.desk.inquiry;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.desk.Access;
import org.rightdoor.desk.Seats;
import org.rightdoor.inquiry.Parts;
import org.rightdoor.people.May;
import org.rightdoor.portal.Html;

/** The part of a case that another department answers. */
@Path("/desk/inquiries/{number}/parts/{department}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(May.WORK)
@Cancellable(false)
class PartPages {

    @Inject
    Seats seats;

    @Inject
    Access access;

    @Inject
    CaseDesk desk;

    @Inject
    Parts parts;

    @POST
    @Path("/settled")
    public Uni<Response> settle(@RestPath long number, @RestPath String department) {
        var seat = seats.now();
        return desk.work(number, seat, Draft.STATE, "settled", () -> parts.settle(number, department, seat.actor()));
    }

    /** Whoever only had that part has no more to do with the case. */
    @POST
    @Path("/removed")
    public Uni<Response> remove(@RestPath long number, @RestPath String department) {
        var seat = seats.now();
        return desk.work(number, seat, Draft.STATE, "removed", () -> parts.remove(number, department, seat.actor()))
                .chain(response -> access.open(number, seat)
                        .replaceWith(response)
                        .onFailure(NotFoundException.class)
                        .recoverWithItem(() -> Html.seeOther("/desk")));
    }
}
