package org.rightdoor.desk.inquiry;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.desk.Access;
import org.rightdoor.desk.Seat;
import org.rightdoor.desk.Seats;
import org.rightdoor.people.May;
import org.rightdoor.reply.Destination;
import org.rightdoor.reply.Replies;
import org.rightdoor.reply.Reply;

/** Staff answer the family. */
@Path("/desk/inquiries/{number}/replies")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(May.SEND)
@Cancellable(false)
class ReplyPages {

    private static final int LONGEST_REPLY = 20_000;

    @Inject
    Seats seats;

    @Inject
    Access access;

    @Inject
    CaseDesk desk;

    @Inject
    Replies replies;

    @Inject
    Textings textings;

    @Inject
    SuggestedAnswers suggested;

    @Inject
    Vertx vertx;

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> reply(
            @RestPath long number,
            @RestForm String text,
            @RestForm("channel") List<String> channels,
            @RestForm String answer) {
        return reply(number, Draft.reply(text, channels, answer), Enclosures.NONE, seats.now());
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Uni<Response> reply(
            @RestPath long number,
            @RestForm String text,
            @RestForm("channel") List<String> channels,
            @RestForm String answer,
            @RestForm("files") List<FileUpload> files) {
        var seat = seats.now();
        return vertx.executeBlocking(() -> Enclosures.of(files), false)
                .chain(enclosures -> reply(number, Draft.reply(text, channels, answer), enclosures, seat));
    }

    private Uni<Response> reply(long number, Draft draft, Enclosures enclosures, Seat seat) {
        if (draft.reply().isBlank()) return desk.wrong(number, seat, draft, "Write an answer first.");
        if (draft.reply().length() > LONGEST_REPLY) {
            return desk.wrong(number, seat, draft, "That is too long for one answer.");
        }
        if (enclosures.fault() != null) return desk.wrong(number, seat, draft, enclosures.fault());
        if (draft.channels().isEmpty()) {
            return desk.wrong(number, seat, draft, "Choose how the family gets the answer.");
        }
        return desk.work(number, seat, draft, "replied", () -> access.open(number, seat)
                .chain(opened -> textings.about(opened.file()).chain(texting -> {
                    var sheet = new Sheet(seat, opened.file(), List.of(), List.of(), texting, draft, true);
                    var made = destinations(sheet).stream()
                            .map(destination ->
                                    Reply.to(number, destination, CaseDesk.clean(draft.reply()), seat.actor()))
                            .toList();
                    suggested.mark(made, draft.answer(), opened.file());
                    var part = opened.partOf(seat);
                    var answered = part == null
                            ? replies.answer(number, made, enclosures.files(), seat.actor())
                            : replies.answerPart(number, part, made, enclosures.files(), seat.actor());
                    return answered.call(() -> suggested.sent(draft.answer(), opened.file(), seat.actor()));
                })));
    }

    private static List<Destination> destinations(Sheet sheet) {
        var channels = sheet.draft().channels();
        var refusal = sheet.refusal(channels);
        if (refusal != null) throw new IllegalStateException(refusal);
        var destinations = channels.stream()
                .map(sheet::destination)
                .filter(Objects::nonNull)
                .toList();
        if (destinations.isEmpty()) throw new IllegalStateException("The family cannot be reached that way.");
        return destinations;
    }
}
