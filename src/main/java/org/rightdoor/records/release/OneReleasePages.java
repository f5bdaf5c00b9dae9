package org.rightdoor.records.release;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.desk.Seat;
import org.rightdoor.desk.Seats;
import org.rightdoor.people.May;
import org.rightdoor.people.Staff;
import org.rightdoor.portal.Download;
import org.rightdoor.portal.Html;
import org.rightdoor.records.Sql;
import org.rightdoor.records.Typed;
import org.rightdoor.records.Work;
import org.rightdoor.records.disclosure.Disclosure;
import org.rightdoor.records.views.Road;
import org.rightdoor.records.views.View;
import org.rightdoor.records.views.Views;

/** One release: its cases, what is taken out of them, and the file that leaves the house. */
@Path("/desk/records/releases/{id}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({May.RUN, Staff.RECORDS})
@Blocking
@Cancellable(false)
class OneReleasePages {

    private static final int PAGE = 50;

    private static final int PASSAGES = 100;

    record OneRelease(Seat seat, Release release, List<Release.Case> cases, Long next, String error)
            implements TemplateInstance {}

    record Passages(Seat seat, Release release, List<Redactions.Shown> shown, Long next) implements TemplateInstance {}

    @Inject
    Seats seats;

    @Inject
    Work work;

    @Inject
    Views views;

    @Inject
    ObjectMapper json;

    @GET
    public Uni<Response> show(@RestPath long id, @RestQuery String after) {
        return page(200, demand(id), Typed.number(after), null);
    }

    /** Leaves cases out with the exemption that is written beside them, or takes them in again. */
    @POST
    @Path("/cases/{number}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> choose(
            @RestPath long id, @RestPath long number, @RestForm boolean included, @RestForm String exemption) {
        var release = demandOpen(id);
        var ground = Typed.text(exemption);
        if (!included && ground.isBlank()) {
            return page(422, release, null, "Say which exemption keeps case " + number + " from being released.");
        }
        work.in(connection -> {
            release.choose(connection, number, included, included ? "" : ground);
            return null;
        });
        return Uni.createFrom().item(Html.seeOther("/desk/records/releases/" + id));
    }

    /** Words that are taken out, or left in, wherever they stand; then everything is looked through again. */
    @POST
    @Path("/words")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response words(@RestPath long id, @RestForm String takeOut, @RestForm String leaveIn) {
        demandOpen(id);
        work.in(connection -> {
            Sql.of(
                            "update release set take_out = ?, leave_in = ? where id = ?",
                            Typed.text(takeOut),
                            Typed.text(leaveIn),
                            id)
                    .run(connection);
            Redactions.find(connection, Release.find(connection, id));
            return null;
        });
        return Html.seeOther("/desk/records/releases/" + id + "/passages");
    }

    @GET
    @Path("/passages")
    public Uni<Response> passages(@RestPath long id, @RestQuery String after) {
        var release = demand(id);
        var from = Typed.number(after);
        var found = work.in(connection -> Redactions.list(connection, id, from == null ? 0 : from, PASSAGES + 1));
        var shown = found.subList(0, Math.min(PASSAGES, found.size()));
        var next = found.size() > PASSAGES ? shown.get(PASSAGES - 1).id() : null;
        var seat = seats.now();
        shown.stream()
                .map(Redactions.Shown::number)
                .distinct()
                .forEach(number -> views.add(View.by(seat.staff(), number, Road.RELEASE, "Release " + id)));
        return Html.secret(Html.page(200, new Passages(seat, release, shown, next)));
    }

    /** @param next the passage after which the next page begins; null on the last */
    @POST
    @Path("/passages")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decide(
            @RestPath long id,
            @RestForm("shown") List<Long> shown,
            @RestForm("out") List<Long> out,
            @RestForm String next) {
        demandOpen(id);
        work.in(connection -> {
            Redactions.decide(connection, id, shown, new HashSet<>(out));
            return null;
        });
        var from = Typed.number(next);
        return Html.seeOther("/desk/records/releases/" + id + (from == null ? "" : "/passages?after=" + from));
    }

    /** From here on nothing of it changes; each case's disclosure is written down. */
    @POST
    @Path("/released")
    public Response release(@RestPath long id) {
        var release = demand(id);
        var seat = seats.now();
        var today = LocalDate.now(seat.rules().district().timeZone());
        work.in(connection -> {
            if (!release.markReleased(connection, seat.actor())) return null;
            var isOwn = release.kind() == Release.Kind.PERSON;
            for (var number : release.numbers(connection, true)) {
                Disclosure.add(
                        connection,
                        number,
                        today,
                        release.recipient().isBlank() ? "The person of the case" : release.recipient(),
                        isOwn ? "Access to one’s own records (34 CFR 99.10)" : "Public-records request",
                        "The case without what speaks of others (release " + id + ")",
                        true,
                        seat.actor());
            }
            return null;
        });
        return Html.seeOther("/desk/records/releases/" + id);
    }

    @GET
    @Path("/release.zip")
    @Produces(MediaType.WILDCARD)
    public Response file(@RestPath long id) {
        var release = demand(id);
        if (release.releasedAt() == null) throw new NotFoundException();
        var staff = seats.now().staff();
        for (var number : work.in(connection -> release.numbers(connection, true))) {
            views.add(View.by(staff, number, Road.EXPORT, "Release " + id));
        }
        StreamingOutput file = out -> work.in(connection -> {
            new ReleaseZip(connection, release, json, out).write();
            return null;
        });
        return Response.ok(file, "application/zip")
                .header(HttpHeaders.CONTENT_DISPOSITION, Download.disposition("release-" + id + ".zip"))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private Uni<Response> page(int status, Release release, Long after, String error) {
        var found = work.in(connection -> release.cases(connection, after == null ? 0 : after, PAGE + 1));
        var cases = found.subList(0, Math.min(PAGE, found.size()));
        var next = found.size() > PAGE ? cases.get(PAGE - 1).number() : null;
        return Html.secret(Html.page(status, new OneRelease(seats.now(), release, cases, next, error)));
    }

    private Release demand(long id) {
        var release = work.in(connection -> Release.find(connection, id));
        if (release == null) throw new NotFoundException();
        return release;
    }

    private Release demandOpen(long id) {
        var release = demand(id);
        if (release.releasedAt() != null) {
            throw new ClientErrorException("It has been released already.", 409);
        }
        return release;
    }
}
