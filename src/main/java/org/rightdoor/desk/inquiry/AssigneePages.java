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
import org.rightdoor.desk.Access;
import org.rightdoor.desk.Seat;
import org.rightdoor.desk.Seats;
import org.rightdoor.inquiry.Assignment;
import org.rightdoor.inquiry.Deed;
import org.rightdoor.people.May;

/** Who works on a case. */
@Path("/desk/inquiries/{number}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(May.WORK)
@Cancellable(false)
class AssigneePages {

    @Inject
    Seats seats;

    @Inject
    Access access;

    @Inject
    CaseDesk desk;

    @Inject
    Colleagues colleagues;

    @POST
    @Path("/taken")
    public Uni<Response> take(@RestPath long number) {
        var seat = seats.now();
        var me = Assignment.to(seat.staff());
        return desk.deed(
                number, seat, Draft.STATE, "taken", Deed.Kind.ASSIGNED, inquiry -> me.take(inquiry, seat.actor()));
    }

    /** @param staff id of the colleague; empty for nobody */
    @POST
    @Path("/assignee")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> assign(@RestPath long number, @RestForm String staff, @RestForm String seen) {
        var seat = seats.now();
        var draft = Draft.of("assignee", staff);
        if (draft.typed().isEmpty()) return assign(number, seat, draft, seen, Assignment.NOBODY);
        return access.open(number, seat)
                .chain(opened ->
                        colleagues.of(opened.file().inquiry(), opened.file().parts()))
                .chain(all -> all.stream()
                        .filter(colleague -> colleague.staff().id.toString().equals(draft.typed()))
                        .findFirst()
                        .map(chosen -> assign(number, seat, draft, seen, Assignment.to(chosen.staff())))
                        .orElseGet(() -> desk.wrong(number, seat, draft, "Choose a colleague who may see this case.")));
    }

    private Uni<Response> assign(long number, Seat seat, Draft draft, String seen, Assignment assignment) {
        return desk.deed(
                number,
                seat,
                draft,
                "assigned",
                Deed.Kind.ASSIGNED,
                Seen.read(seen).before(inquiry -> assignment.of(inquiry, seat.actor())));
    }
}
