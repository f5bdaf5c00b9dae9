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
import org.rightdoor.inquiry.Deed;
import org.rightdoor.people.Staff;

/** What staff write down for each other. */
@Path("/desk/inquiries/{number}/notes")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Staff.ADMIN, Staff.AGENT})
@Cancellable(false)
class NotePages {

    @Inject
    Seats seats;

    @Inject
    CaseDesk desk;

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> note(@RestPath long number, @RestForm String text) {
        var seat = seats.now();
        var draft = Draft.note(text);
        if (draft.note().isBlank()) return desk.wrong(number, seat, draft, "Write a note first.");
        return desk.deed(
                number,
                seat,
                draft,
                "noted",
                Deed.Kind.NOTED,
                inquiry -> inquiry.note(CaseDesk.clean(draft.note()), seat.actor()));
    }
}
