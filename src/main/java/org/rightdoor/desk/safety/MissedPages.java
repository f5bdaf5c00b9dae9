package org.rightdoor.desk.safety;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.desk.Access;
import org.rightdoor.desk.Seats;
import org.rightdoor.people.May;
import org.rightdoor.portal.Html;
import org.rightdoor.safety.Alerts;

/** "This should have been an alert": whoever reads the case calls the people whom the net did not. */
@Path("/desk/inquiries/{number}/missed")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(May.READ)
@Cancellable(false)
class MissedPages {

    @Inject
    Seats seats;

    @Inject
    Access access;

    @Inject
    Alerts alerts;

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> call(@RestPath long number, @RestForm String category) {
        var seat = seats.now();
        return access.mayWork(number, seat)
                .chain(() -> alerts.missed(number, category == null ? "" : category, seat.actor()))
                .onFailure(IllegalArgumentException.class)
                .transform(wrong -> new BadRequestException(wrong.getMessage()))
                .replaceWith(() -> Html.seeOther("/desk/inquiries/" + number + "?done=called"));
    }
}
