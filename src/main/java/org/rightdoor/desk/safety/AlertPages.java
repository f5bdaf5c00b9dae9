package org.rightdoor.desk.safety;

import io.quarkus.qute.TemplateInstance;
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
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.desk.Seat;
import org.rightdoor.desk.Seats;
import org.rightdoor.inquiry.Actor;
import org.rightdoor.people.May;
import org.rightdoor.portal.Html;
import org.rightdoor.routing.SafetyRules;
import org.rightdoor.safety.Alert;
import org.rightdoor.safety.AlertBook;
import org.rightdoor.safety.AlertRow;
import org.rightdoor.safety.Alerts;
import org.rightdoor.safety.MonthOfAlerts;

/** The alerts of which somebody may know: those they were called to, and for an administrator all. */
@Path("/desk/alerts")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(May.READ)
@Cancellable(false)
class AlertPages {

    private static final int LONGEST = 2_000;

    record Listed(
            Seat seat,
            List<AlertRow> rows,
            List<MonthOfAlerts> months,
            Collection<SafetyRules.Category> categories,
            String done)
            implements TemplateInstance {}

    /** @param error what is wrong with the form, or null; then {@code typed} is what was written in it */
    record One(Seat seat, AlertRow row, String error, String typed, String done) implements TemplateInstance {}

    @Inject
    Seats seats;

    @Inject
    CurrentKnowledge knowledge;

    @Inject
    AlertBook book;

    @Inject
    Alerts alerts;

    @GET
    public Uni<Response> list(@RestQuery String done) {
        var seat = seats.now();
        var zone = seat.rules().district().timeZone().getId();
        var categories = knowledge.now().safety().rules().categories().values();
        return book.latest(seat.staff()).chain(rows -> book.figures(zone)
                .chain(months -> Html.secret(Html.page(200, new Listed(seat, rows, months, categories, done)))));
    }

    @GET
    @Path("/{id}")
    public Uni<Response> one(@RestPath long id, @RestQuery String done) {
        return page(200, id, null, "", done);
    }

    @POST
    @Path("/{id}/acknowledge")
    public Uni<Response> acknowledge(@RestPath long id) {
        return act(id, "mine", by -> alerts.acknowledge(id, by));
    }

    @POST
    @Path("/{id}/take")
    public Uni<Response> take(@RestPath long id) {
        return act(id, "mine", by -> alerts.take(id, by));
    }

    /** What became of it: {@code outcome} REAL or FALSE, and how it was handled. */
    @POST
    @Path("/{id}/outcome")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> close(@RestPath long id, @RestForm String outcome, @RestForm String handled) {
        var said = handled == null ? "" : handled.strip();
        if (!"REAL".equals(outcome) && !"FALSE".equals(outcome)) {
            return page(422, id, "Say whether it was real or a false alarm.", said, null);
        }
        if (said.isEmpty()) return page(422, id, "Say in a few words how it was handled.", said, null);
        if (said.length() > LONGEST) return page(422, id, "At most " + LONGEST + " characters.", said, null);
        return act(id, "closed", by -> alerts.close(id, Alert.Outcome.valueOf(outcome), said, by));
    }

    /** An exercise: it goes the whole road, and is marked as one everywhere. */
    @POST
    @Path("/drill")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(May.RUN)
    public Uni<Response> drill(@RestForm String category) {
        var seat = seats.now();
        if (!isCategory(category)) return Uni.createFrom().item(Html.seeOther("/desk/alerts?done=choose"));
        return alerts.drill(category, seat.actor()).map(drill -> Html.seeOther("/desk/alerts/" + drill.id));
    }

    private boolean isCategory(String category) {
        return category != null && knowledge.now().safety().rules().categories().containsKey(category);
    }

    private Uni<Response> act(long id, String done, Function<Actor, Uni<Alert>> verb) {
        var seat = seats.now();
        return find(id, seat)
                .chain(() -> verb.apply(seat.actor()))
                .replaceWith(() -> Html.seeOther("/desk/alerts/" + id + "?done=" + done));
    }

    private Uni<Response> page(int status, long id, String error, String typed, String done) {
        var seat = seats.now();
        return find(id, seat).chain(row -> Html.secret(Html.page(status, new One(seat, row, error, typed, done))));
    }

    private Uni<AlertRow> find(long id, Seat seat) {
        return book.find(id, seat.staff()).invoke(row -> {
            if (row == null) throw new NotFoundException();
        });
    }
}
