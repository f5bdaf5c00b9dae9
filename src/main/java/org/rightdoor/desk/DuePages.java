package org.rightdoor.desk;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.calendar.Promise;
import org.rightdoor.calendar.Promises;
import org.rightdoor.people.Staff;
import org.rightdoor.portal.Html;
import org.rightdoor.routing.Department;

/** What the departments of this seat owe families, the next due first. */
@Path("/desk/promises")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Staff.ADMIN, Staff.AGENT})
@Cancellable(false)
public class DuePages {

    private static final int MOST = 200;

    record Due(Seat seat, List<Line> late, List<Line> ahead, boolean more) implements TemplateInstance {}

    public record Line(Promise promise, String what) {}

    @Inject
    Seats seats;

    @Inject
    Promises promises;

    @GET
    public Uni<Response> due() {
        var seat = seats.now();
        var departments = seat.departments().stream().map(Department::key).toList();
        var now = Instant.now();
        return running(departments).chain(all -> {
            var lines = all.stream()
                    .map(promise -> new Line(promise, what(promise)))
                    .toList();
            return Html.page(
                    200,
                    new Due(
                            seat,
                            lines.stream()
                                    .filter(line -> line.promise().isLate(now))
                                    .toList(),
                            lines.stream()
                                    .filter(line -> !line.promise().isLate(now))
                                    .toList(),
                            lines.size() == MOST));
        });
    }

    private Uni<List<Promise>> running(List<String> departments) {
        return departments.isEmpty() ? Uni.createFrom().item(List.of()) : promises.running(departments, MOST);
    }

    /** What is owed, in a few words. */
    public static String what(Promise promise) {
        return switch (promise.kind) {
            case FIRST_ANSWER -> "First answer";
            case NEXT_ANSWER -> "Next answer";
            case RESOLUTION -> "To be settled";
            case FOLLOW_UP -> promise.author + " promised: " + promise.text;
        };
    }
}
