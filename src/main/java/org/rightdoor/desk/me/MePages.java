package org.rightdoor.desk.me;

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
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.desk.Seat;
import org.rightdoor.desk.Seats;
import org.rightdoor.desk.notices.Kind;
import org.rightdoor.desk.notices.Wish;
import org.rightdoor.desk.notices.Wishes;
import org.rightdoor.people.May;
import org.rightdoor.people.StaffMembers;
import org.rightdoor.portal.Html;

/** Everybody's own page of wishes. */
@Path("/desk/me")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(May.READ)
@Cancellable(false)
class MePages {

    record Me(Seat seat, Wish wish, List<Kind> kinds, String done) implements TemplateInstance {}

    @Inject
    Seats seats;

    @Inject
    StaffMembers members;

    @Inject
    Wishes wishes;

    @GET
    public Uni<Response> wishes(@RestQuery String done) {
        var seat = seats.now();
        return wishes.of(seat.staff().id)
                .chain(wish -> Html.page(200, new Me(seat, wish, List.of(Kind.values()), done)));
    }

    @POST
    @Path("/keys")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> keys(@RestForm boolean on) {
        return members.switchKeys(seats.now().staff().id, on)
                .replaceWith(() -> Html.seeOther("/desk/me?done=kept#keys"));
    }
}
