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
import java.util.Arrays;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.desk.Seats;
import org.rightdoor.inquiry.Deed;
import org.rightdoor.inquiry.Tags;
import org.rightdoor.people.May;
import org.rightdoor.routing.Priority;

/** How pressing a case is, and the words by which it is found again. */
@Path("/desk/inquiries/{number}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(May.WORK)
@Cancellable(false)
class LabelPages {

    @Inject
    Seats seats;

    @Inject
    CaseDesk desk;

    @POST
    @Path("/priority")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> prioritise(@RestPath long number, @RestForm String priority, @RestForm String seen) {
        var seat = seats.now();
        var draft = Draft.of("labels", "");
        var chosen = Arrays.stream(Priority.values())
                .filter(one -> one.name().equals(priority))
                .findFirst();
        if (chosen.isEmpty()) return desk.wrong(number, seat, draft, "Choose a priority.");
        return desk.deed(
                number,
                seat,
                draft,
                "prioritised",
                Deed.Kind.PRIORITY_CHANGED,
                Seen.read(seen).before(inquiry -> inquiry.prioritise(chosen.get(), seat.actor())));
    }

    /** @param tags all that it is to have, with commas between them */
    @POST
    @Path("/tags")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> tag(@RestPath long number, @RestForm String tags, @RestForm String seen) {
        var seat = seats.now();
        return desk.deed(
                number,
                seat,
                Draft.of("labels", tags),
                "tagged",
                Deed.Kind.TAGGED,
                Seen.read(seen).before(inquiry -> Tags.typed(tags).of(inquiry, seat.actor())));
    }
}
