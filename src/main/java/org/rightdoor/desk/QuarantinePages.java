package org.rightdoor.desk;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.channel.web.Quarantine;
import org.rightdoor.channel.web.Suspected;
import org.rightdoor.people.May;
import org.rightdoor.portal.Html;

/** What looks like spam, for administrators and the front desk: let in, or kept out. */
@Path("/desk/quarantine")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(May.WORK)
@Cancellable(false)
class QuarantinePages {

    record Held(Seat seat, List<Suspected> waiting, List<Suspected> decided, String done) implements TemplateInstance {}

    @Inject
    Seats seats;

    @Inject
    Quarantine quarantine;

    @GET
    public Uni<Response> show(@RestQuery String done) {
        var seat = reviewer();
        return quarantine.waiting().chain(waiting -> quarantine
                .decided(seat.sight())
                .chain(decided -> Html.secret(Html.page(200, new Held(seat, waiting, decided, done)))));
    }

    @POST
    @Path("/{id}/in")
    public Uni<Response> letIn(@RestPath long id) {
        return quarantine
                .letIn(id, reviewer().actor())
                .map(receipt -> Html.seeOther("/desk/quarantine?done=" + (receipt == null ? "decided" : "in")));
    }

    @POST
    @Path("/{id}/out")
    public Uni<Response> keepOut(@RestPath long id) {
        return quarantine.keepOut(id, reviewer().actor()).map(kept -> Html.seeOther("/desk/quarantine?done=out"));
    }

    private Seat reviewer() {
        var seat = seats.now();
        if (!seat.reviews()) throw new NotFoundException();
        return seat;
    }
}
