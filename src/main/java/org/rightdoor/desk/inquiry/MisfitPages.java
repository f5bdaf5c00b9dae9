package org.rightdoor.desk.inquiry;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.desk.Access;
import org.rightdoor.desk.Seats;
import org.rightdoor.people.May;
import org.rightdoor.portal.Html;

/** The suggested answers that do not fit a case. */
@Path("/desk/inquiries/{number}/misfits")
@RolesAllowed(May.WORK)
@Cancellable(false)
class MisfitPages {

    @Inject
    Seats seats;

    @Inject
    Access access;

    @Inject
    SuggestedAnswers suggested;

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> add(@RestPath long number, @RestForm String answer) {
        var seat = seats.now();
        return access.demandWork(number, seat)
                .chain(() -> suggested.reject(answer == null ? "" : answer, number, seat.actor()))
                .map(rejected -> Html.seeOther("/desk/inquiries/" + number + "?done=misfit"));
    }
}
