package org.rightdoor.desk.inquiry;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.desk.Seat;
import org.rightdoor.desk.Seats;
import org.rightdoor.inquiry.Mentions;
import org.rightdoor.inquiry.Sight;
import org.rightdoor.people.May;
import org.rightdoor.portal.Html;

/** Where colleagues have called me by name. */
@Path("/desk/mentions")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(May.WORK)
@Cancellable(false)
class MentionPages {

    record Mentioning(Seat seat, List<Mentions.Mention> mentions) implements TemplateInstance {}

    @Inject
    Seats seats;

    @Inject
    Mentions mentions;

    @GET
    public Uni<Response> list() {
        var seat = seats.now();
        return mentions.of(seat.staff().id, Sight.of(seat.staff()))
                .chain(all -> Html.secret(Html.page(200, new Mentioning(seat, all))));
    }
}
