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
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.desk.Seats;
import org.rightdoor.inquiry.Splits;
import org.rightdoor.people.May;

/** Chosen messages go into a case of their own. */
@Path("/desk/inquiries/{number}/split")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(May.WORK)
@Cancellable(false)
class SplitPages {

    @Inject
    Seats seats;

    @Inject
    CaseDesk desk;

    @Inject
    Splits splits;

    /** @param contact ids of the messages that go */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> split(@RestPath long number, @RestForm List<String> contact, @RestForm String seen) {
        var seat = seats.now();
        var draft = Draft.of("split", "");
        var chosen = contact == null ? List.<String>of() : contact;
        if (!chosen.stream().allMatch(id -> id.matches("\\d{1,18}"))) {
            return desk.wrong(number, seat, draft, "Choose the messages that go into a case of their own.");
        }
        return desk.deed(number, seat, draft, "split", () -> splits.split(
                        number, chosen.stream().map(Long::valueOf).toList(), seat.actor(), Seen.read(seen)::check)
                .map(Splits.Split::deed));
    }
}
