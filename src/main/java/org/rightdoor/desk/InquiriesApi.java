package org.rightdoor.desk;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.channel.web.Problem;
import org.rightdoor.channel.web.Problem.FieldError;
import org.rightdoor.desk.inquiry.Textings;
import org.rightdoor.desk.inquiry.Ways;
import org.rightdoor.inquiry.CaseFile;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.inquiry.Inbox;
import org.rightdoor.inquiry.InboxFilter;
import org.rightdoor.inquiry.InboxList;
import org.rightdoor.inquiry.InboxQuery;
import org.rightdoor.inquiry.InboxRow;
import org.rightdoor.inquiry.Status;
import org.rightdoor.inquiry.TimelineEntry;
import org.rightdoor.people.May;
import org.rightdoor.reply.Replies;
import org.rightdoor.reply.Reply;
import org.rightdoor.routing.Department;
import org.rightdoor.understand.Reading;
import org.rightdoor.understand.Tone;

/** The desk for programs. */
@Path("/api/inquiries")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(May.READ)
@Cancellable(false)
@Tag(name = "Staff")
class InquiriesApi {

    /** A list of cases; {@code next} is what to send as {@code after} for the following ones, or null. */
    record Listed(List<InboxRow> inquiries, String next) {}

    /** One case; {@code contacts} says how many times the family had to make contact. */
    record Told(
            long number,
            String subject,
            String department,
            List<TheirPart> parts,
            String topic,
            double confidence,
            List<String> because,
            Reading.Kind kind,
            Tone.Urgency urgency,
            boolean distress,
            Status status,
            String language,
            int contacts,
            List<Line> timeline) {}

    /** What another department answers of the case. */
    record TheirPart(String department, String topic, String text, boolean done) {}

    record Line(Instant at, String kind, Channel channel, TimelineEntry.Direction direction, String text) {}

    /** {@code channel} is SMS, EMAIL or WEB (the case page only); without it the answer goes back as the family came. */
    record Answering(String text, String channel) {}

    /** {@code channel} is how it goes; {@code note} says why it is another than the family came by, or is null. */
    record Answered(long number, Status status, Channel channel, String note) {}

    @Inject
    Seats seats;

    @Inject
    Access access;

    @Inject
    Inbox inbox;

    @Inject
    Event<CasesFound> found;

    @Inject
    Replies replies;

    @Inject
    Textings textings;

    @GET
    @Operation(summary = "Cases: open ones by what is due first, all others newest first")
    public Uni<Response> list(
            @RestQuery String department, @RestQuery String status, @RestQuery String q, @RestQuery String after) {
        var seat = seats.now();
        var allowed = seat.departments().stream().map(Department::key).toList();
        if (department != null && !allowed.contains(department)) {
            return problem(new FieldError("department", "Not a department that this log-in sees."));
        }
        if (status != null && !isStatus(status)) {
            return problem(new FieldError("status", "OPEN, WAITING or RESOLVED."));
        }
        var query = new InboxQuery(
                InboxList.of(status == null ? null : Status.valueOf(status.toUpperCase())),
                department == null ? List.of() : List.of(department),
                InboxFilter.NONE,
                q,
                after);
        return inbox.page(query, seat.sight())
                .invoke(page -> tell(seat, page.rows(), q))
                .map(page -> Response.ok(new Listed(page.rows(), page.next())).build());
    }

    private void tell(Seat seat, List<InboxRow> rows, String q) {
        var numbers = rows.stream().map(InboxRow::number).toList();
        found.fire(new CasesFound(seat.staff(), numbers, q == null ? "" : q.strip(), true));
    }

    @GET
    @Path("/{number}")
    @Operation(summary = "One case with its whole history over all channels")
    public Uni<Told> inquiry(@RestPath long number) {
        return access.open(number, seats.now()).map(opened -> told(opened.file()));
    }

    @POST
    @Path("/{number}/replies")
    @RolesAllowed(May.SEND)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Answer the family on the channel it last wrote from",
            description = "409 when it wants no texts and cannot be reached otherwise; nothing was stored then.")
    public Uni<Response> reply(@RestPath long number, Answering answering) {
        var seat = seats.now();
        return access.open(number, seat).chain(opened -> {
            if (!opened.mayWork()) throw new NotFoundException();
            if (answering == null
                    || answering.text() == null
                    || answering.text().isBlank()) {
                return problem(new FieldError("text", "Say what to answer."));
            }
            return textings.about(opened.file())
                    .chain(texting -> answer(number, answering, new Ways(opened.file(), texting), opened, seat));
        });
    }

    private Uni<Response> answer(long number, Answering answering, Ways ways, Access.Opened opened, Seat seat) {
        var byText = "SMS".equals(answering.channel());
        var refusal = answering.channel() == null ? ways.silence() : byText ? ways.refusalOfTexts() : null;
        if (refusal != null) return item(Problem.of(409, refusal).response());
        var destination = answering.channel() == null ? ways.usual() : ways.by(answering.channel());
        if (destination == null) return problem(new FieldError("channel", "The family cannot be reached that way."));
        var reply =
                Reply.to(number, destination, answering.text().replace("\0", "").strip(), seat.actor());
        var part = opened.partOf(seat);
        var answered = part == null
                ? replies.answer(number, List.of(reply), List.of(), seat.actor())
                : replies.answerPart(number, part, List.of(reply), List.of(), seat.actor());
        var note = destination.channel() == Channel.EMAIL && answering.channel() == null ? ways.refusalOfTexts() : null;
        return answered.map(inquiry -> Response.status(201)
                .entity(new Answered(number, inquiry.status, destination.channel(), note))
                .build());
    }

    private static Told told(CaseFile file) {
        var inquiry = file.inquiry();
        return new Told(
                inquiry.number,
                inquiry.subject,
                inquiry.department,
                file.parts().stream()
                        .map(part -> new TheirPart(part.department, part.topic, part.text, part.isDone()))
                        .toList(),
                inquiry.topic,
                inquiry.confidence,
                List.of(inquiry.because),
                inquiry.kind,
                inquiry.urgency,
                inquiry.distress,
                inquiry.status,
                inquiry.language,
                inquiry.contacts,
                file.timeline().stream()
                        .map(entry ->
                                new Line(entry.at(), entry.kind(), entry.channel(), entry.direction(), entry.text()))
                        .toList());
    }

    private static boolean isStatus(String status) {
        for (var known : Status.values()) if (known.name().equalsIgnoreCase(status)) return true;
        return false;
    }

    private static Uni<Response> problem(FieldError error) {
        return item(Problem.of(List.of(error)).response());
    }

    private static Uni<Response> item(Response response) {
        return Uni.createFrom().item(response);
    }
}
