package org.rightdoor.insight.exports;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.desk.Seat;
import org.rightdoor.desk.Seats;
import org.rightdoor.people.May;
import org.rightdoor.portal.Download;
import org.rightdoor.portal.Html;
import org.rightdoor.records.Typed;
import org.rightdoor.records.Work;

/** Tables as files, for those who answer for a department: what they may see, and no more. */
@Path("/desk/insight/exports")
@RolesAllowed(May.LEAD)
@Blocking
@Cancellable(false)
class ExportPages {

    /** @param period the same as a question of an address, or empty for all time */
    record Exports(Seat seat, List<Table> tables, String from, String until, String period)
            implements TemplateInstance {}

    @Inject
    Seats seats;

    @Inject
    Work work;

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Uni<Response> all(@RestQuery String from, @RestQuery String until) {
        var since = day(from);
        var last = day(until);
        var period = (since.isEmpty() ? "" : "from=" + since) + (last.isEmpty() ? "" : "&until=" + last);
        return Html.page(200, new Exports(seats.now(), work.in(Table::all), since, last, period));
    }

    @GET
    @Path("/{table}.csv")
    @Produces(MediaType.WILDCARD)
    public Response csv(@RestPath String table, @RestQuery String from, @RestQuery String until) {
        return file(taken(table, from, until), "csv", "text/csv;charset=UTF-8");
    }

    @GET
    @Path("/{table}.json")
    @Produces(MediaType.WILDCARD)
    public Response json(@RestPath String table, @RestQuery String from, @RestQuery String until) {
        return file(taken(table, from, until), "json", MediaType.APPLICATION_JSON);
    }

    private Taken taken(String name, String from, String until) {
        var seat = seats.now();
        var table = work.in(Table::all).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        var zone = seat.rules().district().timeZone();
        return new Taken(table, seat.sight(), Typed.date(from), Typed.date(until), zone);
    }

    // Who has seen what is written down before the first row leaves.
    private Response file(Taken taken, String ending, String type) {
        var by = seats.now().staff();
        if (taken.table().isOfCases()) {
            work.in(connection -> taken.views(by).run(connection));
        }
        StreamingOutput file = out -> work.in(connection -> {
            var writer = ending.equals("csv") ? new CsvFile(out, taken.table()) : new JsonFile(out, taken.table());
            taken.rows().each(connection, writer::write);
            writer.close();
            return null;
        });
        return Response.ok(file, type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        Download.disposition(taken.table().name() + "." + ending))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static String day(String typed) {
        var day = Typed.date(typed);
        return day == null ? "" : day.toString();
    }
}
