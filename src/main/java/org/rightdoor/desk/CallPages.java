package org.rightdoor.desk;

import io.quarkus.logging.Log;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.inquiry.Inquiries;
import org.rightdoor.inquiry.Inquiry;
import org.rightdoor.intake.Intake;
import org.rightdoor.people.May;
import org.rightdoor.portal.Html;
import org.rightdoor.portal.Nonce;
import org.rightdoor.routing.Facts;
import org.rightdoor.routing.Route;

/** Calls and visits, written down while somebody waits. */
@Path("/desk/calls")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@RolesAllowed(May.WORK)
@Cancellable(false)
class CallPages {

    private static final String TRY_AGAIN =
            "This could not be kept just now. Everything you typed is still here: try again in a minute.";

    record New(Seat seat, CallForm form, Taken taken) implements TemplateInstance {}

    /** The part of the page that lists who may be meant. */
    record Found(Seat seat, CallForm form) implements TemplateInstance {}

    /** The part of the page that says where the words would take it. */
    record Suggested(CallForm form) implements TemplateInstance {}

    /** What became of the one before; {@code open} is true for those who may read the case. */
    record Taken(long number, String department, boolean settled, boolean open) {}

    @Inject
    Seats seats;

    @Inject
    Callers callers;

    @Inject
    Inquiries inquiries;

    @Inject
    Intake intake;

    @Inject
    CurrentKnowledge knowledge;

    @Inject
    Vertx vertx;

    @GET
    @Path("/new")
    @Consumes(MediaType.WILDCARD)
    public Uni<Response> blank(@RestQuery Long done) {
        var seat = seats.now();
        return taken(done, seat).chain(taken -> Html.secret(Html.page(200, new New(seat, CallForm.blank(), taken))));
    }

    /** For browsers without JavaScript: the same form again, with who may be meant and where it would go. */
    @POST
    @Path("/new")
    public Uni<Response> look(MultivaluedMap<String, String> form) {
        return page(200, seats.now(), CallForm.of(form));
    }

    @POST
    @Path("/people")
    public Uni<Response> people(MultivaluedMap<String, String> form) {
        var seat = seats.now();
        var typed = CallForm.of(form);
        return callers.find(typed.note().sought(), seat)
                .chain(found -> Html.secret(Html.page(200, new Found(seat, typed.with(found, null)))));
    }

    @POST
    @Path("/suggestion")
    public Uni<Response> suggestion(MultivaluedMap<String, String> form) {
        var typed = CallForm.of(form);
        return suggest(typed.note().text(), seats.now())
                .chain(suggestion -> Html.secret(Html.page(200, new Suggested(typed.with(typed.found(), suggestion)))));
    }

    @POST
    public Uni<Response> take(MultivaluedMap<String, String> form) {
        var seat = seats.now();
        var now = Instant.now();
        var typed = CallForm.of(form);
        var faults = typed.note().faults(seat.rules(), now);
        if (!faults.isEmpty()) return page(422, seat, typed.wrong(faults));
        return callers.fault(typed.note(), seat)
                .chain(fault -> fault != null ? page(422, seat, typed.wrong(fault)) : receive(typed, seat, now))
                .onFailure()
                .recoverWithUni(failure -> {
                    Log.error("A call could not be taken; staff were told to try again", failure);
                    return page(503, seat, typed.withFailure(TRY_AGAIN));
                });
    }

    private Uni<Response> receive(CallForm typed, Seat seat, Instant now) {
        var note = typed.note();
        var externalId = Nonce.externalId(typed.nonce(), note.text());
        return callers.personId(note)
                .map(personId -> note.inbound(externalId, seat.actor(), personId, seat.rules(), now))
                .chain(intake::receive)
                .map(receipt -> Html.seeOther("/desk/calls/new?done=" + receipt.number()));
    }

    private Uni<Response> page(int status, Seat seat, CallForm typed) {
        return callers.find(typed.note().sought(), seat)
                // An outage must not take what was typed with it.
                .onFailure()
                .recoverWithItem(typed.found())
                .chain(found -> suggest(typed.note().text(), seat).map(suggestion -> typed.with(found, suggestion)))
                .chain(form -> Html.secret(Html.page(status, new New(seat, form, null))));
    }

    // Reading takes milliseconds: off the event loop.
    private Uni<CallForm.Suggestion> suggest(String text, Seat seat) {
        if (text.isBlank()) return Uni.createFrom().nullItem();
        var known = knowledge.now();
        return vertx.executeBlocking(
                        () -> {
                            var reading = known.classifier().read(text);
                            return known.rules().route(new Facts(text, reading, "phone", null, null));
                        },
                        false)
                .map(route -> new CallForm.Suggestion(
                        seat.departmentName(route.department()),
                        route.topic() == null ? null : seat.topicTitle(route.topic()),
                        Route.sureness(route.confidence())));
    }

    // Only who may read the case, or wrote the call down, learns where it is.
    private Uni<Taken> taken(Long number, Seat seat) {
        if (number == null) return Uni.createFrom().nullItem();
        return inquiries.known(number, seat.sight()).chain(inquiry -> {
            if (inquiry == null) return Uni.createFrom().nullItem();
            return inquiries
                    .mayWork(number, seat.sight())
                    .chain(mayWork -> mayWork != null
                            ? Uni.createFrom().item(taken(inquiry, seat, true))
                            : inquiries
                                    .wasWrittenDownBy(seat.staff().id, number)
                                    .map(wrote -> wrote ? taken(inquiry, seat, false) : null));
        });
    }

    private static Taken taken(Inquiry inquiry, Seat seat, boolean open) {
        var settled = inquiry.resolvedAt != null;
        return new Taken(inquiry.number, seat.departmentName(inquiry.department), settled, open);
    }
}
