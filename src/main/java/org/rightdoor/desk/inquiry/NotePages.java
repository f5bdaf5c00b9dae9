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
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.desk.Access;
import org.rightdoor.desk.Seats;
import org.rightdoor.inquiry.Deed;
import org.rightdoor.inquiry.Deeds;
import org.rightdoor.inquiry.Mentions;
import org.rightdoor.people.May;

/** What staff write down for each other, and whom they call by name in it. */
@Path("/desk/inquiries/{number}/notes")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(May.WORK)
@Cancellable(false)
class NotePages {

    @Inject
    Seats seats;

    @Inject
    Access access;

    @Inject
    CaseDesk desk;

    @Inject
    Colleagues colleagues;

    @Inject
    Deeds deeds;

    @Inject
    Mentions mentions;

    @Inject
    Mutiny.SessionFactory sessions;

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> note(@RestPath long number, @RestForm String text) {
        var seat = seats.now();
        var draft = Draft.note(text);
        if (draft.note().isBlank()) return desk.wrong(number, seat, draft, "Write a note first.");
        var note = CaseDesk.clean(draft.note());
        return desk.deed(number, seat, draft, "noted", () -> access.open(number, seat)
                .chain(opened ->
                        colleagues.of(opened.file().inquiry(), opened.file().parts()))
                .map(all ->
                        Mentioned.in(note, all.stream().map(one -> one.staff()).toList()))
                .chain(called -> sessions.withTransaction(session -> deeds.record(
                                Deed.Kind.NOTED, number, seat.actor(), inquiry -> inquiry.note(note, seat.actor()))
                        .call(deed -> mentions.add(
                                deed,
                                number,
                                called.stream().map(staff -> staff.id).toList())))));
    }
}
