package org.rightdoor.desk;

import io.quarkus.logging.Log;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.calendar.Promises;
import org.rightdoor.inquiry.CaseFile;
import org.rightdoor.inquiry.Event;
import org.rightdoor.inquiry.Inquiries;
import org.rightdoor.inquiry.Inquiry;
import org.rightdoor.inquiry.Parts;
import org.rightdoor.learning.Correction;
import org.rightdoor.learning.LearnedTexts;
import org.rightdoor.people.People;
import org.rightdoor.people.Staff;
import org.rightdoor.portal.Html;
import org.rightdoor.reply.Bounces;
import org.rightdoor.reply.Destination;
import org.rightdoor.reply.Replies;
import org.rightdoor.reply.Reply;

/** One case at the desk: its whole history, what one should know, and what can be done. */
@Path("/desk/inquiries/{number}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Staff.ADMIN, Staff.AGENT})
@Cancellable(false)
class CasePages {

    private static final int LONGEST_REPLY = 20_000;

    record Case(Seat seat, Sheet sheet, List<DuePages.Line> promises, Map<String, String> failing, String done)
            implements TemplateInstance {}

    /** When the case cannot be shown: what was typed, to be sent again. */
    record Unsent(Seat seat, long number, Draft draft) implements TemplateInstance {}

    @Inject
    Seats seats;

    @Inject
    Access access;

    @Inject
    CurrentKnowledge knowledge;

    @Inject
    Inquiries inquiries;

    @Inject
    Parts parts;

    @Inject
    Replies replies;

    @Inject
    LearnedTexts learnedTexts;

    @Inject
    People people;

    @Inject
    Textings textings;

    @Inject
    SuggestedAnswers suggested;

    @Inject
    Bounces bounces;

    @Inject
    Promises promises;

    @Inject
    Vertx vertx;

    @GET
    public Uni<Response> show(@RestPath long number, @RestQuery String answer, @RestQuery String done) {
        return page(
                200, number, seats.now(), file -> answer == null ? Draft.BLANK : suggested.begin(answer, file), done);
    }

    @POST
    @Path("/replies")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> reply(
            @RestPath long number,
            @RestForm String text,
            @RestForm("channel") List<String> channels,
            @RestForm String answer) {
        return reply(number, Draft.reply(text, channels, answer), Enclosures.NONE, seats.now());
    }

    @POST
    @Path("/replies")
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
        if (draft.reply().isBlank()) return wrong(number, draft, "Write an answer first.");
        if (draft.reply().length() > LONGEST_REPLY) return wrong(number, draft, "That is too long for one answer.");
        if (enclosures.fault() != null) return wrong(number, draft, enclosures.fault());
        if (draft.channels().isEmpty()) return wrong(number, draft, "Choose how the family gets the answer.");
        return work(number, draft, "replied", () -> access.open(number, seat)
                .chain(opened -> textings.about(opened.file()).chain(texting -> {
                    var sheet = new Sheet(seat, opened.file(), List.of(), List.of(), texting, draft, true);
                    var made = destinations(sheet).stream()
                            .map(destination -> Reply.to(number, destination, clean(draft.reply()), seat.actor()))
                            .toList();
                    suggested.mark(made, draft.answer(), opened.file());
                    var part = opened.partOf(seat);
                    var answered = part == null
                            ? replies.answer(number, made, enclosures.files(), seat.actor())
                            : replies.answerPart(number, part, made, enclosures.files(), seat.actor());
                    return answered.call(() -> suggested.sent(draft.answer(), opened.file(), seat.actor()));
                })));
    }

    @POST
    @Path("/notes")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> note(@RestPath long number, @RestForm String text) {
        var draft = Draft.note(text);
        if (draft.note().isBlank()) return wrong(number, draft, "Write a note first.");
        return change(
                number,
                draft,
                "noted",
                inquiry -> inquiry.note(clean(draft.note()), seats.now().actor()));
    }

    @POST
    @Path("/department")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> handOver(
            @RestPath long number,
            @RestForm String department,
            @RestForm String topic,
            @RestForm boolean learn,
            @RestForm String reason) {
        var draft = Draft.handOver(department, topic, learn, reason);
        var rules = knowledge.now().rules();
        if (!rules.departments().containsKey(draft.department())) {
            return wrong(number, draft, "Choose the department that can answer this.");
        }
        if (isOfAnother(draft.topicOrNull(), draft.department())) {
            return wrong(number, draft, "Choose a topic of that department, or “Not sure”.");
        }
        if (draft.reason().isBlank()) return wrong(number, draft, "Say why, so that your colleagues understand.");
        var actor = seats.now().actor();
        return correct(
                number,
                draft,
                "moved",
                Correction.Kind.HANDED_OVER,
                inquiry -> inquiry.reroute(draft.department(), draft.topicOrNull(), clean(draft.reason()), actor));
    }

    @POST
    @Path("/topic")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> changeTopic(@RestPath long number, @RestForm String topic, @RestForm boolean learn) {
        var draft = Draft.about(topic, learn);
        var chosen = knowledge.now().rules().topics().get(draft.topic());
        if (chosen == null) return wrong(number, draft, "Choose what it is about.");
        var actor = seats.now().actor();
        return correct(number, draft, "retitled", Correction.Kind.TOPIC_CHANGED, inquiry -> {
            if (!chosen.department().equals(inquiry.department)) {
                throw new IllegalStateException("That topic is another department's. Hand the case over instead.");
            }
            return inquiry.changeTopic(chosen.key(), actor);
        });
    }

    @POST
    @Path("/parts/{department}/settled")
    public Uni<Response> settlePart(@RestPath long number, @RestPath String department) {
        var actor = seats.now().actor();
        return work(number, Draft.STATE, "settled", () -> parts.settle(number, department, actor));
    }

    /** Whoever only had that part has no more to do with the case. */
    @POST
    @Path("/parts/{department}/removed")
    public Uni<Response> removePart(@RestPath long number, @RestPath String department) {
        var seat = seats.now();
        return work(number, Draft.STATE, "removed", () -> parts.remove(number, department, seat.actor()))
                .chain(response -> access.open(number, seat)
                        .replaceWith(response)
                        .onFailure(NotFoundException.class)
                        .recoverWithItem(() -> Html.seeOther("/desk")));
    }

    @POST
    @Path("/resolved")
    public Uni<Response> resolve(@RestPath long number) {
        var actor = seats.now().actor();
        return change(number, Draft.STATE, "resolved", inquiry -> inquiry.resolve(actor));
    }

    @POST
    @Path("/reopened")
    public Uni<Response> reopen(@RestPath long number) {
        var actor = seats.now().actor();
        return change(number, Draft.STATE, "reopened", inquiry -> inquiry.reopen(actor));
    }

    private Uni<Response> change(long number, Draft draft, String done, Function<Inquiry, Event> verb) {
        return work(number, draft, done, () -> inquiries.change(number, verb));
    }

    private Uni<Response> correct(
            long number, Draft draft, String done, Correction.Kind kind, Function<Inquiry, Event> verb) {
        var actor = seats.now().actor();
        return draft.learn()
                ? work(number, draft, done, () -> learnedTexts.correct(number, verb, kind, actor))
                : change(number, draft, done, verb);
    }

    private boolean isOfAnother(String topic, String department) {
        if (topic == null) return false;
        var known = knowledge.now().rules().topics().get(topic);
        return known == null || !known.department().equals(department);
    }

    /** Does it and goes on; what does not work is said beside what was typed. */
    private Uni<Response> work(long number, Draft draft, String done, Supplier<Uni<Inquiry>> deed) {
        var seat = seats.now();
        return access.demandWork(number, seat)
                .chain(deed::get)
                .map(inquiry -> Html.seeOther("/desk/inquiries/" + number + "?done=" + done))
                .onFailure(IllegalStateException.class)
                .recoverWithUni(misuse -> page(409, number, seat, file -> draft.wrong(misuse.getMessage()), null))
                .onFailure(failure -> !(failure instanceof WebApplicationException))
                .recoverWithUni(failure -> {
                    Log.errorf(failure, "Case %d could not be changed; staff were told to try again", number);
                    return Html.page(503, new Unsent(seat, number, draft));
                });
    }

    private Uni<Response> wrong(long number, Draft draft, String why) {
        return page(422, number, seats.now(), file -> draft.wrong(why), null);
    }

    private Uni<Response> page(int status, long number, Seat seat, Function<CaseFile, Draft> draft, String done) {
        return access.open(number, seat)
                .chain(opened -> people.sharingAnAddressWith(opened.file().person().id)
                        .chain(sharing -> suggested.forCase(opened.file()).chain(fitting -> textings.about(
                                        opened.file())
                                .map(texting -> new Sheet(
                                        seat,
                                        opened.file(),
                                        sharing,
                                        fitting,
                                        texting,
                                        draft.apply(opened.file()),
                                        opened.mayWork())))))
                .chain(sheet -> bounces.failing(sheet.emails()).chain(failing -> promises.runningOf(number)
                        .map(running -> running.stream()
                                .map(promise -> new DuePages.Line(promise, DuePages.what(promise)))
                                .toList())
                        .chain(running ->
                                Html.secret(Html.page(status, new Case(seat, sheet, running, failing, done))))));
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

    // Browsers send lines with \r\n; a database keeps no zero.
    private static String clean(String typed) {
        return typed.replace("\r\n", "\n").replace("\0", "").strip();
    }
}
