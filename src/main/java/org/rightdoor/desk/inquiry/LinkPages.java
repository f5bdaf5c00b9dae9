package org.rightdoor.desk.inquiry;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.desk.Access;
import org.rightdoor.desk.Seats;
import org.rightdoor.inquiry.Inquiries;
import org.rightdoor.inquiry.Merges;
import org.rightdoor.people.May;
import org.rightdoor.portal.Html;

/** A family's link has come into wrong hands: it opens nothing any more, and the next answer brings another. */
@Path("/desk/inquiries/{number}/link")
@RolesAllowed(May.SEND)
@Cancellable(false)
class LinkPages {

    @Inject
    Seats seats;

    @Inject
    Access access;

    @Inject
    Inquiries inquiries;

    @Inject
    Merges merges;

    @POST
    @Path("/renewed")
    public Uni<Response> renew(@RestPath long number) {
        var seat = seats.now();
        return access.demandWork(number, seat)
                .chain(() -> merges.wholeOf(number))
                .chain(numbers -> inquiries.renewLinks(numbers, seat.actor()))
                .replaceWith(() -> Html.seeOther("/desk/inquiries/" + number + "?done=link-renewed"));
    }
}
