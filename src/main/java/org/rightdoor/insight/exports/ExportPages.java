package org.rightdoor.insight.exports;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.desk.Seat;
import org.rightdoor.desk.Seats;
import org.rightdoor.insight.exports.TakeOut.Form;
import org.rightdoor.people.May;
import org.rightdoor.portal.Html;
import org.rightdoor.records.Typed;

/** Tables as files, for those who answer for a department: what they may see, and no more. */
@Path("/desk/insight/exports")
@RolesAllowed(May.EXPORT)
@Blocking
@Cancellable(false)
class ExportPages {

    /** @param period the same as a question of an address, or empty for all time */
    record Exports(Seat seat, List<Table> tables, String from, String until, String period)
            implements TemplateInstance {}

    @Inject
    Seats seats;

    @Inject
    TakeOut takeOut;

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Uni<Response> all(@RestQuery String from, @RestQuery String until) {
        var since = day(from);
        var last = day(until);
        var period = (since.isEmpty() ? "" : "from=" + since) + (last.isEmpty() ? "" : "&until=" + last);
        return Html.page(200, new Exports(seats.now(), takeOut.tables(), since, last, period));
    }

    @GET
    @Path("/{table}.csv")
    @Produces(MediaType.WILDCARD)
    public Response csv(@RestPath String table, @RestQuery String from, @RestQuery String until) {
        return file(table, Form.CSV, from, until);
    }

    @GET
    @Path("/{table}.json")
    @Produces(MediaType.WILDCARD)
    public Response json(@RestPath String table, @RestQuery String from, @RestQuery String until) {
        return file(table, Form.JSON, from, until);
    }

    private Response file(String table, Form form, String from, String until) {
        return takeOut.file(table, form, Typed.date(from), Typed.date(until), seats.now());
    }

    private static String day(String typed) {
        var day = Typed.date(typed);
        return day == null ? "" : day.toString();
    }
}
