package org.rightdoor.insight.questions;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
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
import org.rightdoor.desk.CasesFound;
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

    /** In days: since the first question, and so since each answer was published. */
    private static final int ALWAYS = 36_500;

    private static final String NOTHING_TO_BEGIN_WITH =
            "Nobody has answered this in English yet, so there is nothing to begin with. Answer one of its cases first, or write the answer yourself.";

    record Questions(Seat seat, Listing listing, String problem) implements TemplateInstance {}

    @Inject
    Seats seats;

    @Inject
    Work work;

    @Inject
    CurrentKnowledge knowledge;

    @Inject
    DraftAnswer drafts;

    @Inject
    Vertx vertx;

    @Inject
    Event<CasesFound> found;

    @GET
    public Uni<Response> all(@RestQuery Integer days) {
        var seat = seats.now();
        return Html.page(200, new Questions(seat, listing(seat, time(days)), null));
    }

    private static int time(Integer days) {
        return days != null && (days == YEAR || days == ALWAYS) ? days : QUARTER;
    }

    /** One click: the best reply of a person becomes the draft of an answer, for its writer to make it one for everybody. */
    @POST
    @Path("/{id}/draft")
    @RolesAllowed(May.WORK)
    @NonBlocking
    public Uni<Response> draft(@RestPath long id) {
        var seat = seats.now();
        return vertx.executeBlocking(() -> drafts.material(id, seat), false).chain(material -> {
            if (material == null || !seat.rules().topics().containsKey(material.topic())) throw new NotFoundException();
            if (!seat.staff().maySee(seat.rules().department(material.topic()))) throw new ForbiddenException();
            return material.isEnough()
                    ? begin(id, material, seat)
                    : vertx.executeBlocking(() -> listing(seat, QUARTER), false)
                            .chain(listing -> Html.page(422, new Questions(seat, listing, NOTHING_TO_BEGIN_WITH)));
        });
    }

    private Uni<Response> begin(long id, DraftAnswer.Material material, Seat seat) {
        return drafts.draft(material, seat)
                .call(answer -> vertx.executeBlocking(() -> drafts.remember(id, answer), false))
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

    private Listing listing(Seat seat, int days) {
        var sight = seat.sight();
        var listing = work.in(connection -> new Listing(
                seat,
                days,
                open(Recurring.unanswered(days, false, sight).list(connection, Recurring::read)),
                open(Recurring.unanswered(days, true, sight).list(connection, Recurring::read)),
                Saved.of(days, sight).list(connection, Saved::read).stream()
                        .map(saved -> saved.of(knowledge.now().answers().find(saved.answer())))
                        .toList(),
                seat.leads() ? RootCause.open(departments(seat), sight).list(connection, RootCause::read) : List.of()));
        found.fire(new CasesFound(seat.staff(), listing.quoted(), "Questions that come again", false));
        return listing;
    }

    private List<Recurring> open(List<Recurring> all) {
        var answers = knowledge.now().answers();
        return Recurring.stillOpen(all, answer -> answers.find(answer).isPresent());
    }

    private static List<String> departments(Seat seat) {
        return seat.departments().stream().map(Department::key).toList();
    }
}
