package org.rightdoor.desk.writing;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.desk.Access;
import org.rightdoor.desk.Seats;
import org.rightdoor.desk.writing.Presences.Colleague;
import org.rightdoor.inquiry.Change;
import org.rightdoor.inquiry.Changes;
import org.rightdoor.people.May;

/** An open case page says that somebody is there, and hears who else is. */
@Path("/desk/inquiries/{number}/presence")
@RolesAllowed(May.READ)
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
class PresencePages {

    @Inject
    Seats seats;

    @Inject
    Access access;

    @Inject
    Presences presences;

    @Inject
    Changes changes;

    /** @param writing true while there are words in the answer */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<List<Colleague>> here(@RestPath long number, @RestForm boolean writing) {
        var seat = seats.now();
        var staff = seat.staff().id;
        return access.mayWork(number, seat)
                .chain(mayWork -> presences.here(number, staff, writing))
                .call(isNews -> isNews
                        ? tell(number, staff, writing ? "writing" : "looking")
                        : Uni.createFrom().voidItem())
                .chain(isNews -> presences.others(number, staff));
    }

    @POST
    @Path("/gone")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Void> gone(@RestPath long number) {
        var seat = seats.now();
        var staff = seat.staff().id;
        return access.mayWork(number, seat)
                .chain(mayWork -> presences.gone(number, staff))
                .chain(() -> tell(number, staff, "gone"));
    }

    private Uni<Void> tell(long number, long staff, String what) {
        return changes.tell(Change.presence(number, staff, what));
    }
}
