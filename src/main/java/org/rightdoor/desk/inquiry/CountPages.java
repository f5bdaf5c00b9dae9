package org.rightdoor.desk.inquiry;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.desk.Seats;
import org.rightdoor.inquiry.Counting;
import org.rightdoor.people.May;

/** Whether a message counts as one that the family had to write. */
@Path("/desk/inquiries/{number}/contacts/{contact}/counted")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(May.WORK)
@Cancellable(false)
class CountPages {

    @Inject
    Seats seats;

    @Inject
    CaseDesk desk;

    @Inject
    Counting counting;

    /** @param counts {@code yes}, or anything else for no */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> count(@RestPath long number, @RestPath long contact, @RestForm String counts) {
        var seat = seats.now();
        return desk.deed(
                number,
                seat,
                Draft.STATE,
                "counted",
                () -> counting.correct(number, contact, "yes".equals(counts), seat.actor()));
    }
}
