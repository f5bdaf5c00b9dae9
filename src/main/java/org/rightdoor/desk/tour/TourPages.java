package org.rightdoor.desk.tour;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.desk.Seat;
import org.rightdoor.desk.Seats;
import org.rightdoor.people.May;
import org.rightdoor.people.StaffMembers;
import org.rightdoor.portal.Html;

/** Leads whoever is new through a practice case; anybody may walk it again, or leave it at any step. */
@Path("/desk/tour")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(May.READ)
@Cancellable(false)
class TourPages {

    /**
     * @param step null after the last one
     * @param chosen what was chosen, or null
     */
    record Tour(Seat seat, Step step, String chosen, boolean right, int steps) implements TemplateInstance {}

    @Inject
    Seats seats;

    @Inject
    StaffMembers members;

    @GET
    public Response begin() {
        return Html.seeOther("/desk/tour/1");
    }

    @GET
    @Path("/{step}")
    public Uni<Response> step(@RestPath int step) {
        return page(200, step(step, true), null);
    }

    /** A wrong choice says what to look at, and stays. */
    @POST
    @Path("/{step}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> choose(@RestPath int step, @RestForm String choice) {
        var taken = step(step, false);
        return page(taken.isRight(choice) ? 200 : 422, taken, choice == null ? "" : choice);
    }

    /** Done, or not wanted: it is not offered again. */
    @POST
    @Path("/over")
    public Uni<Response> over() {
        return members.toured(seats.now().staff().id).replaceWith(() -> Html.seeOther("/desk"));
    }

    private static Step step(int number, boolean orAfterTheLast) {
        var step = Step.numbered(number);
        if (step == null && !(orAfterTheLast && number == Step.values().length + 1)) throw new NotFoundException();
        return step;
    }

    private Uni<Response> page(int status, Step step, String chosen) {
        var right = step != null && chosen != null && step.isRight(chosen);
        return Html.page(status, new Tour(seats.now(), step, chosen, right, Step.values().length));
    }
}
