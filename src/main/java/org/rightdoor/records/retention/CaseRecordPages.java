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

/** One case as a record, without a word of it: how long it is kept, a statement to go with it, its deletion by decision. */
@Path("/desk/records/cases/{number}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({May.RUN, Staff.RECORDS})
@Blocking
@Cancellable(false)
class CaseRecordPages {

    static final String BY_DECISION = "by decision";

    record OneCase(Seat seat, KeptCase kept, String statement, String reason, String error, String done)
            implements TemplateInstance {}

    @Inject
    Seats seats;

    @Inject
    Work work;

    @Inject
    Schedules schedules;

    @GET
    public Uni<Response> show(@RestPath long number, @RestQuery String done) {
        return page(200, number, "", "", null, done);
    }

    @POST
    @Path("/statements")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> attach(@RestPath long number, @RestForm String text) {
        var by = seats.now().actor();
        demand(number);
        try {
            work.in(connection -> {
                KeptCase.attach(connection, number, Typed.text(text), by);
                return null;
            });
            return Uni.createFrom().item(Html.seeOther("/desk/records/cases/" + number + "?done=attached"));
        } catch (IllegalArgumentException wrong) {
            return page(422, number, text, "", wrong.getMessage(), null);
        }
    }

    /** @param again the number once more, so that nobody deletes by a slip */
    @POST
    @Path("/deleted")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> delete(@RestPath long number, @RestForm String reason, @RestForm String again) {
        var by = seats.now().actor();
        var why = Typed.text(reason);
        if (why.isBlank()) return page(422, number, "", reason, "Say why it is deleted: the reason is kept.", null);
        if (!Long.valueOf(number).equals(Typed.number(again))) {
            return page(422, number, "", reason, "Write the number of the case again to delete it.", null);
        }
        try {
            work.in(connection -> {
                Eraser.erase(connection, number, BY_DECISION, why, by);
                return null;
            });
            return Uni.createFrom().item(Html.seeOther("/desk/records/cases/" + number + "?done=deleted"));
        } catch (Held held) {
            return page(409, number, "", reason, held.getMessage(), null);
        }
    }

    private Uni<Response> page(int status, long number, String statement, String reason, String error, String done) {
        var kept = demand(number);
        return Html.secret(Html.page(status, new OneCase(seats.now(), kept, statement, reason, error, done)));
    }

    private KeptCase demand(long number) {
        var kept = work.in(connection -> KeptCase.of(connection, number, schedules.now()));
        if (kept == null) throw new NotFoundException();
        return kept;
    }
}
