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

/** One person as the records know them: to be put right, or deleted with all cases by a decision. */
@Path("/desk/records/people")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({May.RUN, Staff.RECORDS})
@Blocking
@Cancellable(false)
class PersonRecordPages {

    record Found(Seat seat, String asked, List<People.Found> people) implements TemplateInstance {}

    /** @param typed addresses as they were typed, one a line */
    record OnePerson(
            Seat seat, People.Found person, String name, String typed, String reason, String error, String done)
            implements TemplateInstance {}

    @Inject
    Seats seats;

    @Inject
    Work work;

    @GET
    public Uni<Response> find(@RestQuery String q) {
        var asked = Typed.text(q);
        List<People.Found> people =
                asked.length() < 3 ? List.of() : work.in(connection -> People.find(connection, asked));
        return Html.secret(Html.page(200, new Found(seats.now(), asked, people)));
    }

    @GET
    @Path("/{id}")
    public Uni<Response> show(@RestPath long id, @RestQuery String done) {
        var person = demand(id);
        return page(200, person, person.name(), String.join("\n", person.addresses()), "", null, done);
    }

    @POST
    @Path("/{id}/corrected")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> correct(
            @RestPath long id, @RestForm String name, @RestForm String addresses, @RestForm String reason) {
        var by = seats.now().actor();
        var person = demand(id);
        var lines = Typed.text(addresses)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        try {
            work.in(connection -> {
                People.correct(connection, id, Typed.text(name), lines, Typed.text(reason), by);
                return null;
            });
            return Uni.createFrom().item(Html.seeOther("/desk/records/people/" + id + "?done=corrected"));
        } catch (IllegalArgumentException wrong) {
            return page(422, person, name, addresses, reason, wrong.getMessage(), null);
        }
    }

    /** All of this person's own cases or none: where a hold keeps one, or one is open, nothing is deleted. */
    @POST
    @Path("/{id}/deleted")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> delete(@RestPath long id, @RestForm String reason, @RestForm boolean sure) {
        var by = seats.now().actor();
        var person = demand(id);
        var typed = String.join("\n", person.addresses());
        var why = Typed.text(reason);
        if (why.isBlank() || !sure) {
            var missing = why.isBlank() ? "Say why: the reason is kept." : "Tick that you are sure.";
            return page(422, person, person.name(), typed, reason, missing, null);
        }
        try {
            work.in(connection -> {
                var own = People.ownCases(connection, id);
                if (own.isEmpty()) throw new Held("Every case here is another person's too: delete them one by one.");
                for (var number : own) {
                    Eraser.erase(connection, number, CaseRecordPages.BY_DECISION, why, by);
                }
                People.forgetIfGone(connection, id);
                return null;
            });
            return Uni.createFrom().item(Html.seeOther("/desk/records/people/" + id + "?done=deleted"));
        } catch (Held held) {
            return page(409, person, person.name(), typed, reason, held.getMessage() + " Nothing was deleted.", null);
        }
    }

    private Uni<Response> page(
            int status, People.Found person, String name, String typed, String reason, String error, String done) {
        return Html.secret(Html.page(
                status, new OnePerson(seats.now(), person, name == null ? "" : name, typed, reason, error, done)));
    }

    private People.Found demand(long id) {
        var person = work.in(connection -> People.of(connection, id));
        if (person == null) throw new NotFoundException();
        return person;
    }
}
