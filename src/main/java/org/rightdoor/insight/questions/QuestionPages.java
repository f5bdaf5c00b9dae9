package org.rightdoor.insight.questions;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.desk.Seat;
import org.rightdoor.desk.Seats;
import org.rightdoor.people.May;
import org.rightdoor.portal.Html;
import org.rightdoor.records.Work;
import org.rightdoor.routing.Department;

/** Questions that come again: which want an approved answer, what the answers have saved, and what to look into. */
@Path("/desk/insight/questions")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(May.READ)
@Blocking
@Cancellable(false)
class QuestionPages {

    private static final int QUARTER = 90;
    private static final int YEAR = 365;

    record Questions(Seat seat, Listing listing, String problem) implements TemplateInstance {}

    @Inject
    Seats seats;

    @Inject
    Work work;

    @Inject
    CurrentKnowledge knowledge;

    @Inject
    DraftAnswer drafts;

    @GET
    public Uni<Response> all(@RestQuery Integer days) {
        return page(200, days, null);
    }

    /** One click: the best reply of a person becomes the draft of an answer, for its writer to make it one for everybody. */
    @POST
    @Path("/{id}/draft")
    @RolesAllowed(May.WORK)
    public Uni<Response> draft(@RestPath long id) {
        var seat = seats.now();
        var material = drafts.material(id, seat);
        if (material == null) throw new NotFoundException();
        if (!seat.rules().topics().containsKey(material.topic())) throw new NotFoundException();
        if (!seat.staff().maySee(seat.rules().department(material.topic()))) throw new ForbiddenException();
        if (material.questions().isEmpty() || material.reply().isEmpty()) {
            return page(
                    422,
                    null,
                    "Nobody has answered this in English yet, so there is nothing to begin with. Answer one of its cases first, or write the answer yourself.");
        }
        return drafts.draft(id, material, seat)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(answer -> drafts.remember(id, answer))
                .map(answer -> Html.seeOther("/desk/answers/" + answer + "/edit"));
    }

    @POST
    @Path("/causes/{id}/done")
    @RolesAllowed(May.LEAD)
    public Response lookedInto(@RestPath long id) {
        var seat = seats.now();
        work.in(connection ->
                RootCause.done(id, departments(seat), seat.actor()).run(connection));
        return Html.seeOther("/desk/insight/questions#causes");
    }

    private Uni<Response> page(int status, Integer days, String problem) {
        var seat = seats.now();
        var looked = days != null && days == YEAR ? YEAR : QUARTER;
        var answers = knowledge.now().answers();
        var sight = seat.sight();
        var listing = work.in(connection -> new Listing(
                seat,
                looked,
                Recurring.stillOpen(
                        Recurring.unanswered(looked, false, sight).list(connection, Recurring::read),
                        answer -> answers.find(answer).isPresent()),
                Recurring.stillOpen(
                        Recurring.unanswered(looked, true, sight).list(connection, Recurring::read),
                        answer -> answers.find(answer).isPresent()),
                Saved.of(looked, sight).list(connection, Saved::read),
                seat.leads() ? RootCause.open(departments(seat), sight).list(connection, RootCause::read) : List.of()));
        return Html.page(status, new Questions(seat, listing, problem));
    }

    private static List<String> departments(Seat seat) {
        return seat.departments().stream().map(Department::key).toList();
    }
}
