package org.rightdoor.desk;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.people.May;
import org.rightdoor.people.Staff;
import org.rightdoor.people.StaffMembers;
import org.rightdoor.portal.Html;
import org.rightdoor.routing.WrittenTime;

/** Whoever is away names a stand-in, who gets what comes for their departments meanwhile. */
@Path("/desk/away")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(May.WORK)
@Cancellable(false)
class AwayPages {

    /** @param standIn who stands in now, by name; null while nobody does */
    record Away(Seat seat, List<Staff> colleagues, String until, String standIn, String error, String done)
            implements TemplateInstance {}

    @Inject
    Seats seats;

    @Inject
    StaffMembers members;

    @GET
    public Uni<Response> away(@RestQuery String done) {
        return page(200, null, done);
    }

    /** @param until the last day; empty to be back */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> goAway(@RestForm String until, @RestForm Long standIn) {
        var seat = seats.now();
        if (until == null || until.isBlank()) {
            return members.goAway(seat.staff().id, null, null).replaceWith(() -> Html.seeOther("/desk/away?done=back"));
        }
        var day = day(until);
        var today = today(seat);
        if (day == null || day.isBefore(today)) return page(422, "Choose the last day, from today on.", null);
        return members.all().chain(all -> {
            var fits = colleagues(all, seat, today).stream().anyMatch(colleague -> colleague.id.equals(standIn));
            return fits
                    ? members.goAway(seat.staff().id, day, standIn)
                            .replaceWith(() -> Html.seeOther("/desk/away?done=away"))
                    : page(422, "Choose a colleague who is there.", null);
        });
    }

    private Uni<Response> page(int status, String error, String done) {
        var seat = seats.now();
        var me = seat.staff();
        var today = today(seat);
        return members.all()
                .chain(all -> Html.page(
                        status,
                        new Away(
                                seat,
                                colleagues(all, seat, today),
                                me.isAway(today) ? WrittenTime.day(me.awayUntil, "en") : null,
                                me.isAway(today) ? name(all, me.standIn) : null,
                                error,
                                done)));
    }

    private static List<Staff> colleagues(List<Staff> all, Seat seat, LocalDate today) {
        return all.stream()
                .filter(colleague ->
                        colleague.active && !colleague.isAway(today) && !colleague.id.equals(seat.staff().id))
                .toList();
    }

    private static String name(List<Staff> all, Long id) {
        return all.stream()
                .filter(colleague -> Objects.equals(colleague.id, id))
                .map(colleague -> colleague.name)
                .findFirst()
                .orElse(null);
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException none) {
            return null;
        }
    }

    private static LocalDate today(Seat seat) {
        return LocalDate.now(seat.rules().district().timeZone());
    }
}
