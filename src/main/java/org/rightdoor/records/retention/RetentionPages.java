package org.rightdoor.records.retention;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.desk.Seat;
import org.rightdoor.desk.Seats;
import org.rightdoor.people.May;
import org.rightdoor.people.Staff;
import org.rightdoor.portal.Html;
import org.rightdoor.records.Typed;
import org.rightdoor.records.Work;
import org.rightdoor.routing.RecordClass;

/** How long things are kept, and the lists of what may be deleted: shown, approved, worked off. */
@Path("/desk/records/retention")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({May.RUN, Staff.RECORDS})
@Blocking
@Cancellable(false)
class RetentionPages {

    private static final int PAGE = 100;

    /** Of one list; whoever has more makes another one afterwards. */
    private static final int MOST = 10_000;

    record Kept(Seat seat, List<RecordClass> classes, List<Run> runs, List<Deletion> deletions)
            implements TemplateInstance {}

    /** @param next the case after which the list goes on, or null */
    record Due(Seat seat, Run run, List<Run.Line> lines, Long next, String error) implements TemplateInstance {}

    @Inject
    Seats seats;

    @Inject
    Work work;

    @Inject
    Schedules schedules;

    @GET
    public Uni<Response> kept() {
        var seat = seats.now();
        var runs = work.in(Run::latest);
        var deletions = work.in(connection -> Deletion.latest(connection, null));
        return Html.page(200, new Kept(seat, seat.rules().retention().classes(), runs, deletions));
    }

    @POST
    public Response show() {
        var by = seats.now().actor();
        var run = work.in(connection -> Run.show(connection, schedules.now(), MOST, by));
        return Html.seeOther("/desk/records/retention/" + run.id());
    }

    @GET
    @Path("/{id}")
    public Uni<Response> due(@RestPath long id, @RestQuery String after) {
        return page(200, id, Typed.number(after), null);
    }

    @POST
    @Path("/{id}/approved")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> approve(@RestPath long id, @RestForm String digest) {
        var by = seats.now().actor();
        return work.in(connection -> Run.approve(connection, id, digest, by))
                ? Uni.createFrom().item(Html.seeOther("/desk/records/retention/" + id))
                : page(409, id, null, "This list is not the latest any more, or was decided already. Make a new one.");
    }

    @POST
    @Path("/{id}/dropped")
    public Response drop(@RestPath long id) {
        var by = seats.now().actor();
        work.in(connection -> Run.drop(connection, id, by));
        return Html.seeOther("/desk/records/retention");
    }

    private Uni<Response> page(int status, long id, Long after, String error) {
        var run = work.in(connection -> Run.find(connection, id));
        if (run == null) throw new NotFoundException();
        var lines = work.in(connection -> Run.lines(connection, id, after == null ? 0 : after, PAGE + 1));
        var shown = lines.subList(0, Math.min(PAGE, lines.size()));
        var next = lines.size() > PAGE ? shown.get(PAGE - 1).number() : null;
        return Html.page(status, new Due(seats.now(), run, shown, next, error));
    }
}
