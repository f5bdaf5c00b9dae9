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
import org.rightdoor.inquiry.Owed;
import org.rightdoor.people.May;
import org.rightdoor.portal.Html;

/** What the departments of this seat owe families, the next due first. */
@Path("/desk/promises")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(May.READ)
@Cancellable(false)
public class DuePages {

    private static final int MOST = 200;

    record Due(Seat seat, List<Line> late, List<Line> ahead, boolean more) implements TemplateInstance {}

    public record Line(Promise promise, String what) {}

    @Inject
    Seats seats;

    @Inject
    Owed owed;

    @GET
    public Uni<Response> due() {
        var seat = seats.now();
        var now = Instant.now();
        return owed.running(seat.sight(), MOST).chain(all -> {
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
