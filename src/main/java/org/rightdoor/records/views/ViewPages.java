package org.rightdoor.records.views;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.OutputStreamWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.desk.Seat;
import org.rightdoor.desk.Seats;
import org.rightdoor.people.May;
import org.rightdoor.people.Staff;
import org.rightdoor.portal.Download;
import org.rightdoor.portal.Html;
import org.rightdoor.records.Typed;
import org.rightdoor.records.Work;

/** The view log for whoever keeps the records: who opened which case. Looking into it is written into it. */
@Path("/desk/records")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({May.RUN, Staff.RECORDS})
@Blocking
@Cancellable(false)
class ViewPages {

    private static final int PAGE = 50;

    record Log(Seat seat, Looked looked, List<Looked.Line> lines, String next, String csv)
            implements TemplateInstance {}

    @Inject
    Seats seats;

    @Inject
    Work work;

    @Inject
    Views views;

    @GET
    public Uni<Response> log(
            @RestQuery String number,
            @RestQuery String person,
            @RestQuery String staff,
            @RestQuery String from,
            @RestQuery String until,
            @RestQuery String before) {
        var seat = seats.now();
        var looked = looked(number, person, staff, from, until, before);
        var lines = work.in(connection ->
                looked.lines(zone(seat)).and("limit " + (PAGE + 1)).list(connection, Looked.Line::read));
        views.add(View.by(seat.staff(), looked.number(), Road.VIEW_LOG, looked.words()));
        var shown = lines.subList(0, Math.min(PAGE, lines.size()));
        var question = question(looked);
        var next = lines.size() > PAGE
                ? "/desk/records?" + question + "before=" + shown.get(PAGE - 1).id()
                : null;
        return Html.secret(Html.page(200, new Log(seat, looked, shown, next, "/desk/records/views.csv?" + question)));
    }

    @GET
    @Path("/views.csv")
    @Produces(MediaType.WILDCARD)
    public Response csv(
            @RestQuery String number,
            @RestQuery String person,
            @RestQuery String staff,
            @RestQuery String from,
            @RestQuery String until) {
        var seat = seats.now();
        var looked = looked(number, person, staff, from, until, null);
        views.add(View.by(seat.staff(), looked.number(), Road.VIEW_LOG, looked.words() + ", as a file"));
        StreamingOutput file = out -> {
            var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            writer.write("when,case,who,what,why\r\n");
            work.in(connection -> {
                looked.lines(zone(seat)).each(connection, row -> writer.write(csv(Looked.Line.read(row))));
                return null;
            });
            writer.flush();
        };
        return Response.ok(file, "text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, Download.disposition("views.csv"))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static Looked looked(String number, String person, String staff, String from, String until, String before) {
        return new Looked(
                Typed.number(number), person, staff, Typed.date(from), Typed.date(until), Typed.number(before));
    }

    private static String question(Looked looked) {
        return Stream.of(
                        part("number", looked.number()),
                        part("person", looked.person()),
                        part("staff", looked.staff()),
                        part("from", looked.from()),
                        part("until", looked.until()))
                .filter(Objects::nonNull)
                .map(part -> part + "&")
                .collect(Collectors.joining());
    }

    private static String part(String name, Object value) {
        if (value == null || value.toString().isBlank()) return null;
        return name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
    }

    private static String csv(Looked.Line line) {
        return Stream.of(
                                line.at().toString(),
                                line.number() == null ? "" : line.number().toString(),
                                line.viewer(),
                                line.road().words(),
                                line.reason())
                        .map(Typed::csv)
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    private static ZoneId zone(Seat seat) {
        return seat.rules().district().timeZone();
    }
}
