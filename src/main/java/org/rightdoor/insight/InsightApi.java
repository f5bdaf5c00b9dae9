package org.rightdoor.insight;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.desk.Seats;
import org.rightdoor.people.May;
import org.rightdoor.routing.Department;

/** Counts for programs, without any case. */
@Path("/api/insight")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(May.COUNT)
@Cancellable(false)
@Tag(name = "Insight")
class InsightApi {

    /**
     * A key of a department with its cases and their contacts since there are measures; {@code settledWithOne} of the resolved
     * ones took one contact and were never opened again. Confidential cases are in no figure.
     */
    record Counted(String department, long cases, long contacts, long resolved, long settledWithOne) {}

    @Inject
    Seats seats;

    @Inject
    Figures figures;

    @GET
    @Path("/contacts")
    @Operation(summary = "Contacts per case, by department")
    public Uni<List<Counted>> contacts() {
        var seat = seats.now();
        var departments = seat.departments().stream().map(Department::key).toList();
        return figures.ever(departments)
                .map(all -> all.stream().map(InsightApi::counted).toList());
    }

    private static Counted counted(Figures.Ever ever) {
        return new Counted(ever.department(), ever.cases(), ever.contacts(), ever.settled(), ever.firstContact());
    }
}
