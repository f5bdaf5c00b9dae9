package org.rightdoor.records.retention;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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

/** What must not be deleted, and why. */
@Path("/desk/records/holds")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({May.RUN, Staff.RECORDS})
@Blocking
@Cancellable(false)
class HoldPages {

    /** What was typed; {@code error} says what to do about it, or is null. */
    record Form(String number, String person, String words, String reason, String error) {}

    record Holds(Seat seat, List<Hold> holds, Form form, String done) implements TemplateInstance {}

    @Inject
    Seats seats;

    @Inject
    Work work;

    @GET
    public Uni<Response> holds(@RestQuery String number, @RestQuery String person, @RestQuery String done) {
        return page(200, new Form(number, person, "", "", null), done);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> place(
            @RestForm String number, @RestForm String person, @RestForm String words, @RestForm String reason) {
        var by = seats.now().actor();
        try {
            work.in(connection -> {
                Hold.place(
                        connection,
                        Typed.number(number),
                        Typed.number(person),
                        Typed.text(words),
                        Typed.text(reason),
                        by);
                return null;
            });
            return Uni.createFrom().item(Html.seeOther("/desk/records/holds?done=placed"));
        } catch (IllegalArgumentException wrong) {
            return page(422, new Form(number, person, words, reason, wrong.getMessage()), null);
        }
    }

    @POST
    @Path("/{id}/released")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> release(@RestPath long id, @RestForm String reason) {
        var by = seats.now().actor();
        try {
            work.in(connection -> {
                Hold.release(connection, id, Typed.text(reason), by);
                return null;
            });
            return Uni.createFrom().item(Html.seeOther("/desk/records/holds?done=released"));
        } catch (IllegalArgumentException wrong) {
            return page(422, new Form("", "", "", "", wrong.getMessage()), null);
        }
    }

    private Uni<Response> page(int status, Form form, String done) {
        var holds = work.in(Hold::all);
        return Html.secret(Html.page(status, new Holds(seats.now(), holds, form, done)));
    }
}
