package org.rightdoor.desk.inquiry;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.desk.Access;
import org.rightdoor.desk.Seat;
import org.rightdoor.desk.Seats;
import org.rightdoor.desk.writing.Drafts;
import org.rightdoor.desk.writing.Drafts.Kind;
import org.rightdoor.inquiry.Attachment;
import org.rightdoor.inquiry.Inquiry;
import org.rightdoor.people.May;
import org.rightdoor.reply.Reply;
import org.rightdoor.reply.Sending;
import org.rightdoor.reply.Sendings;

/** Staff answer the family. What cannot be sent stays a draft, with its files. */
@Path("/desk/inquiries/{number}/replies")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(May.SEND)
@Cancellable(false)
class ReplyPages {

    private static final String OVERTAKEN =
            "Something came in while you were writing. Read it above; then send your answer, or change it first.";

    @Inject
    Seats seats;

    @Inject
    Access access;

    @Inject
    CaseDesk desk;

    @Inject
    Composing composing;

    @Inject
    Drafts drafts;

    @Inject
    Sendings sendings;

    @Inject
    Textings textings;

    @Inject
    SuggestedAnswers suggested;

    @Inject
    Mutiny.SessionFactory sessions;

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> reply(@RestPath long number, @BeanParam Composed composed) {
        return take(number, composed);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Uni<Response> replyWithFiles(@RestPath long number, @BeanParam Composed.WithFiles composed) {
        return take(number, composed);
    }

    private Uni<Response> take(long number, Composed composed) {
        var seat = seats.now();
        return composing.take(
                number,
                composed,
                seat,
                enclosures -> desk.work(number, seat, composed.draft(), "replied", () -> access.open(number, seat)
                        .chain(opened -> send(opened, composed, enclosures, seat))
                        .onFailure(IllegalStateException.class)
                        .call(() -> composing.keep(number, composed, enclosures, seat))));
    }

    private Uni<Inquiry> send(Access.Opened opened, Composed composed, Enclosures enclosures, Seat seat) {
        var file = opened.file();
        var number = file.inquiry().number;
        var staff = seat.staff().id;
        if (!composed.known().news(file.timeline()).isEmpty()) throw new IllegalStateException(OVERTAKEN);
        return textings.about(file).chain(texting -> {
            var sheet = new Sheet(seat, file, List.of(), List.of(), texting, composed.draft(), true);
            var made = sheet.destinations().stream()
                    .map(destination -> Reply.to(number, destination, composed.whole(), seat.actor()))
                    .toList();
            var writing = composed.writing();
            suggested.mark(made, writing.answer(), file);
            var sending = Sending.of(
                    number, staff, writing.text(), writing.translation(), writing.channelsByComma(), writing.answer());
            return sessions.withTransaction(session -> drafts.kept(number, staff, composed.kept)
                    .map(kept -> all(kept, enclosures.files()))
                    .chain(files -> sendings.send(
                            sending,
                            opened.partOf(seat),
                            made,
                            files,
                            composed.known().reply(),
                            seat.actor()))
                    .call(() -> suggested.sent(writing.answer(), file, seat.actor()))
                    .call(() -> drafts.forget(number, staff, Kind.REPLY))
                    .call(() -> drafts.keepOnly(number, staff, List.of())));
        });
    }

    private static List<Attachment> all(List<Attachment> kept, List<Attachment> added) {
        return Stream.concat(kept.stream(), added.stream()).toList();
    }
}
