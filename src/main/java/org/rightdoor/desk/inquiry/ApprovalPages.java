package org.rightdoor.desk.inquiry;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.desk.Seat;
import org.rightdoor.desk.Seats;
import org.rightdoor.people.May;
import org.rightdoor.portal.Html;
import org.rightdoor.reply.Proposal;
import org.rightdoor.reply.Proposals;

/** The answers of helpers that wait for approval, on cases of this seat. */
@Path("/desk/approvals")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(May.WORK)
@Cancellable(false)
class ApprovalPages {

    record Waiting(Seat seat, List<Proposal> proposals) implements TemplateInstance {}

    @Inject
    Seats seats;

    @Inject
    Proposals proposals;

    @GET
    public Uni<Response> list() {
        var seat = seats.now();
        return proposals.waiting(seat.sight()).chain(waiting -> Html.page(200, new Waiting(seat, waiting)));
    }
}
