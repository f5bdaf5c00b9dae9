package org.rightdoor.records.disclosure;

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
import java.time.LocalDate;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.desk.Seat;
import org.rightdoor.desk.Seats;
import org.rightdoor.people.May;
import org.rightdoor.people.Staff;
import org.rightdoor.portal.Html;
import org.rightdoor.records.Typed;
import org.rightdoor.records.Work;

/** The disclosure log: what was given to whom outside, of one case or of all, to read, to print and to add to. */
@Path("/desk/records/disclosures")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({May.RUN, Staff.RECORDS})
@Blocking
@Cancellable(false)
class DisclosurePages {

    private static final int PAGE = 50;

    /** What was typed; {@code error} says what to do about it, or is null. */
    record Form(String number, String on, String recipient, String interest, String records, String error) {}

    record Log(Seat seat, Long number, List<Disclosure> lines, Long next, Form form, String done)
            implements TemplateInstance {}

    @Inject
    Seats seats;

    @Inject
    Work work;

    @GET
    public Uni<Response> log(@RestQuery String number, @RestQuery String before, @RestQuery String done) {
        var seat = seats.now();
        var of = Typed.number(number);
        var blank = new Form(of == null ? "" : of.toString(), today(seat).toString(), "", "", "", null);
        return page(200, seat, of, Typed.number(before), blank, done);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> add(
            @RestForm String number,
            @RestForm String on,
            @RestForm String recipient,
            @RestForm String interest,
            @RestForm String records) {
        var seat = seats.now();
        try {
            work.in(connection -> {
                Disclosure.add(
                        connection,
                        Typed.number(number),
                        Typed.date(on),
                        Typed.text(recipient),
                        Typed.text(interest),
                        Typed.text(records),
                        false,
                        seat.actor());
                return null;
            });
            return Uni.createFrom()
                    .item(Html.seeOther("/desk/records/disclosures?done=added&number=" + Typed.number(number)));
        } catch (IllegalArgumentException wrong) {
            return page(
                    422,
                    seat,
                    null,
                    null,
                    new Form(number, on, recipient, interest, records, wrong.getMessage()),
                    null);
        }
    }

    private Uni<Response> page(int status, Seat seat, Long number, Long before, Form form, String done) {
        var lines = work.in(connection -> Disclosure.list(connection, number, before, PAGE + 1));
        var shown = lines.subList(0, Math.min(PAGE, lines.size()));
        var next = lines.size() > PAGE ? shown.get(PAGE - 1).id() : null;
        return Html.secret(Html.page(status, new Log(seat, number, shown, next, form, done)));
    }

    private static LocalDate today(Seat seat) {
        return LocalDate.now(seat.rules().district().timeZone());
    }
}
