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
import org.rightdoor.calendar.CurrentCalendar;
import org.rightdoor.desk.Seats;
import org.rightdoor.inquiry.Deed;
import org.rightdoor.inquiry.Snooze;
import org.rightdoor.people.May;

/** A case is out of the way for a while, and comes back. */
@Path("/desk/inquiries/{number}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(May.WORK)
@Cancellable(false)
class SnoozePages {

    @Inject
    Seats seats;

    @Inject
    CaseDesk desk;

    @Inject
    CurrentCalendar calendar;

    /**
     * @param until name of an {@link Until}
     * @param day where that is a date of one's own
     */
    @POST
    @Path("/snoozed")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> snooze(
            @RestPath long number, @RestForm String until, @RestForm String day, @RestForm String seen) {
        var seat = seats.now();
        var draft = Draft.of("snooze", day);
        var chosen = Until.read(until, day, calendar.now());
        if (chosen == null) return desk.wrong(number, seat, draft, "Choose a day from tomorrow on.");
        return desk.deed(
                number,
                seat,
                draft,
                "snoozed",
                Deed.Kind.SNOOZED,
                Seen.read(seen).before(inquiry -> new Snooze(Until.opening(chosen, inquiry, calendar.now()))
                        .of(inquiry, seat.actor())));
    }

    @POST
    @Path("/woken")
    public Uni<Response> wake(@RestPath long number) {
        var seat = seats.now();
        return desk.deed(
                number, seat, Draft.STATE, "woken", Deed.Kind.SNOOZED, inquiry -> Snooze.end(inquiry, seat.actor()));
    }
}
