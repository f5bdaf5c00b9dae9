package org.rightdoor.desk.writing;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.desk.Access;
import org.rightdoor.desk.Seats;
import org.rightdoor.people.May;

/** What a slash offers in an answer. */
@Path("/desk/inquiries/{number}/choices")
@RolesAllowed(May.WORK)
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
class ChoicePages {

    @Inject
    Seats seats;

    @Inject
    Access access;

    @Inject
    Choices choices;

    @GET
    public Uni<List<Choice>> choices(@RestPath long number) {
        var seat = seats.now();
        return access.demandWork(number, seat)
                .chain(() -> access.open(number, seat))
                .chain(opened -> choices.forCase(opened.file(), seat));
    }
}
