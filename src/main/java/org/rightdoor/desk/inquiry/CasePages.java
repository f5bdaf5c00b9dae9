package org.rightdoor.desk.inquiry;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.desk.Access;
import org.rightdoor.desk.Seat;
import org.rightdoor.desk.Seats;
import org.rightdoor.inquiry.CaseFile;
import org.rightdoor.inquiry.Mentions;
import org.rightdoor.inquiry.Merges;
import org.rightdoor.people.May;
import org.rightdoor.portal.Html;
import org.rightdoor.reply.Proposal;
import org.rightdoor.reply.Proposals;

/** One case at the desk: its whole history, what one should know, and what can be done. */
@Path("/desk/inquiries/{number}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(May.READ)
@Cancellable(false)
class CasePages {

    record Case(Seat seat, Sheet sheet, ReplyBox box, Aside aside, List<Proposal> proposals, Done done)
            implements TemplateInstance {}

    /**
     * What has just been done.
     *
     * @param what a word for it, as the address of the page says it
     * @param undo id of the deed by which it is undone, or null
     */
    record Done(String what, Long undo) {}

    record Printed(Seat seat, CaseFile file, Happenings happenings, Instant at) implements TemplateInstance {}

    /** When the case cannot be shown: what was typed, to be sent again. */
    record Unsent(Seat seat, long number, Draft draft) implements TemplateInstance {}

    @Inject
    Seats seats;

    @Inject
    Access access;

    @Inject
    Merges merges;

    @Inject
    Mentions mentions;

    @Inject
    CaseDesk desk;

    @Inject
    SuggestedAnswers suggested;

    @Inject
    Proposals proposals;

    /**
     * @param answer id of an approved answer to begin with, or null
     * @param again id of a returned answer to write again, or null
     */
    @GET
    public Uni<Response> show(
            @RestPath long number,
            @RestQuery String answer,
            @RestQuery Long again,
            @RestQuery String done,
            @RestQuery Long undo) {
        var seat = seats.now();
        var said = done == null ? null : new Done(done, undo);
        return access.mayWork(number, seat)
                .chain(mayWork -> merges.wholeOf(number))
                .chain(numbers -> mentions.see(numbers, seat.staff().id))
                .chain(() -> merges.survivorOf(number))
                .chain(survivor -> survivor == number ? Uni.createFrom().<Long>nullItem() : openable(survivor, seat))
                .chain(elsewhere -> elsewhere != null
                        ? Uni.createFrom().item(Html.seeOther("/desk/inquiries/" + elsewhere))
                        : begun(number, again, seat)
                                .chain(draft -> desk.page(
                                        200,
                                        number,
                                        seat,
                                        file -> answer == null ? draft : suggested.begin(answer, file),
                                        said)));
    }

    /** The case for paper: its whole history, nothing to press. */
    @GET
    @Path("/print")
    public Uni<Response> print(@RestPath long number) {
        var seat = seats.now();
        return access.open(number, seat)
                .map(opened -> new Printed(seat, opened.file(), new Happenings(seat, opened.file()), Instant.now()))
                .chain(printed -> Html.secret(Html.page(200, printed)));
    }

    /** That number, or null for a case that does not exist for this person. */
    private Uni<Long> openable(long number, Seat seat) {
        return access.mayWork(number, seat)
                .replaceWith(number)
                .onFailure(NotFoundException.class)
                .recoverWithNull();
    }

    private Uni<Draft> begun(long number, Long again, Seat seat) {
        return again == null
                ? Uni.createFrom().item(Draft.BLANK)
                : proposals.find(number, again).map(returned -> again(returned, seat));
    }

    private static Draft again(Proposal returned, Seat seat) {
        return returned == null || returned.staffId != seat.staff().id
                ? Draft.BLANK
                : Draft.reply(returned.text, Arrays.asList(returned.channels), returned.answerId);
    }
}
