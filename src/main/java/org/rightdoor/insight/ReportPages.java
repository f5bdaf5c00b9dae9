package org.rightdoor.insight;

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
import org.rightdoor.insight.ContactsPerCase.Line;
import org.rightdoor.people.May;
import org.rightdoor.portal.Html;
import org.rightdoor.routing.Department;

/** Reports for staff. */
@Path("/desk/insight")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(May.COUNT)
@Cancellable(false)
class ReportPages {

    record Contacts(Seat seat, Line total, List<Line> departments, List<Line> topics) implements TemplateInstance {}

    @Inject
    Seats seats;

    @Inject
    ContactsPerCase contactsPerCase;

    @GET
    public Uni<Response> contacts() {
        var seat = seats.now();
        var departments = seat.departments().stream().map(Department::key).toList();
        return contactsPerCase.byDepartment(departments, seat.sight()).chain(byDepartment -> contactsPerCase
                .byTopic(departments, seat.sight())
                .chain(byTopic -> Html.page(200, new Contacts(seat, total(byDepartment), byDepartment, byTopic))));
    }

    private static Line total(List<Line> lines) {
        return lines.stream()
                .reduce(
                        new Line(null, 0, 0, 0, 0),
                        (one, other) -> new Line(
                                null,
                                one.cases() + other.cases(),
                                one.contacts() + other.contacts(),
                                one.resolved() + other.resolved(),
                                one.settledWithOne() + other.settledWithOne()));
    }
}
