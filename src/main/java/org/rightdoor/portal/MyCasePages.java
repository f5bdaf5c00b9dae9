package org.rightdoor.portal;

import io.quarkus.logging.Log;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.answers.AnswerStandings;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.answers.GivenAnswers;
import org.rightdoor.channel.web.Question;
import org.rightdoor.inquiry.Actor;
import org.rightdoor.inquiry.CaseFile;
import org.rightdoor.inquiry.CaseFiles;
import org.rightdoor.inquiry.CaseLink;
import org.rightdoor.inquiry.Clarification;
import org.rightdoor.inquiry.Clarifications;
import org.rightdoor.inquiry.Contact;
import org.rightdoor.inquiry.Event;
import org.rightdoor.inquiry.Inquiries;
import org.rightdoor.inquiry.Inquiry;
import org.rightdoor.intake.Intake;
import org.rightdoor.intake.Reference;

/** One case by its secret link: the conversation, who has it, and what a family can do about it. */
@Path("/cases/{token}")
@Produces(MediaType.TEXT_HTML)
@Cancellable(false)
class MyCasePages {

    record Whole(Visit visit, CasePage page, AddForm add, String done) implements TemplateInstance {}

    record OwnWords(Visit visit, long number, List<Contact> contacts, String addresses, AddForm add, String done)
            implements TemplateInstance {}

    /** When the case itself cannot be shown: what was typed, and the way to try again. */
    record Unsent(Visit visit, AddForm add) implements TemplateInstance {}

    /** The box for one more message; {@code error} is what to say about it, or null. */
    record AddForm(String token, String text, String nonce, String error) {}

    @Inject
    Visits visits;

    @Inject
    CurrentKnowledge knowledge;

    @Inject
    Inquiries inquiries;

    @Inject
    CaseFiles caseFiles;

    @Inject
    Clarifications clarifications;

    @Inject
    Intake intake;

    @Inject
    AnswerStandings standings;

    @Inject
    GivenAnswers givenAnswers;

    @GET
    public Uni<Response> show(@RestPath String token, @RestQuery String sent, @RestQuery String done) {
        var visit = visits.now();
        var add = new AddForm(token, "", AskForm.newNonce(), null);
        return page(200, visit, add, sent != null ? "sent" : done);
    }

    @POST
    @Path("/messages")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> add(@RestPath String token, @RestForm String text, @RestForm String nonce) {
        var visit = visits.now().at("/cases/" + token);
        var question = Question.saying(text);
        var fault = question.faults(knowledge.now().rules()).get("text");
        if (fault != null) {
            var words = fault == Question.Fault.EMPTY
                    ? visit.texts().faultMessageEmpty()
                    : AskForm.sentence(fault, visit.texts());
            return page(422, visit, new AddForm(token, question.text(), nonce, words), null);
        }
        return inquiries
                .link(token)
                .chain(link -> link == null ? unknown(visit) : receive(link, question, nonce))
                .onFailure()
                .recoverWithUni(failure -> {
                    Log.error("A message could not be taken; the family was told to try again", failure);
                    var why = visit.texts().failed(visit.district().phone());
                    var again = new AddForm(token, question.text(), nonce, why);
                    return Html.secret(Html.page(503, new Unsent(visit, again), visit));
                });
    }

    @POST
    @Path("/person")
    public Uni<Response> askForPerson(@RestPath String token) {
        return change(token, Inquiry::askForPerson, "person", false);
    }

    /** Which of the two it is about; the case moves there. Neither of them when it is empty. */
    @POST
    @Path("/about")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> about(@RestPath String token, @RestForm String about) {
        return inquiries
                .link(token)
                .chain(link -> link == null || !link.whole
                        ? unknown(visits.now())
                        : clarifications
                                .answer(link.inquiryNumber, about)
                                .map(inquiry -> Html.seeOther("/cases/" + token + "?done=about")));
    }

    @POST
    @Path("/solved")
    public Uni<Response> solved(@RestPath String token) {
        return change(token, inquiry -> inquiry.resolve(Actor.FAMILY), "solved", true);
    }

    private Uni<Response> receive(CaseLink link, Question question, String nonce) {
        var externalId = Nonce.externalId(nonce, question.text());
        return writer(link)
                .map(writer -> writer.with(question).inbound(externalId, Reference.toLink(link.token)))
                .chain(intake::receive)
                .map(receipt -> Html.seeOther("/cases/" + link.token + "?done=added"));
    }

    // Whoever holds the whole link is the person of the case; whoever holds a lesser one may be anybody.
    private Uni<Writer> writer(CaseLink link) {
        if (!link.whole) return Uni.createFrom().item(Writer.UNKNOWN);
        return caseFiles.find(link.inquiryNumber).map(Writer::of);
    }

    private record Writer(String name, String email, String phone) {

        static final Writer UNKNOWN = new Writer("", "", "");

        static Writer of(CaseFile file) {
            return new Writer(file.person().name, file.email(), file.phone());
        }

        Question with(Question question) {
            return new Question(question.text(), name, email, phone, "", "", "");
        }
    }

    private Uni<Response> change(String token, Function<Inquiry, Event> verb, String done, boolean helped) {
        var visit = visits.now();
        return inquiries
                .link(token)
                .chain(link -> link == null || !link.whole
                        ? unknown(visit)
                        : inquiries
                                .change(link.inquiryNumber, verb)
                                .call(inquiry -> judge(inquiry.number, helped))
                                .map(inquiry -> Html.seeOther("/cases/" + token + "?done=" + done))
                                // Pressed twice: it is as they wanted already.
                                .onFailure(IllegalStateException.class)
                                .recoverWithItem(() -> Html.seeOther("/cases/" + token)));
    }

    /** If the case was given an approved answer, the family has just said whether it helped. */
    private Uni<Void> judge(long number, boolean helped) {
        return givenAnswers.lastIn(number).chain(id -> Optional.ofNullable(id)
                .flatMap(knowledge.now().answers()::find)
                .map(answer -> standings.judge(answer, number, helped, Actor.FAMILY))
                .orElse(Uni.createFrom().voidItem()));
    }

    private Uni<Response> page(int status, Visit visit, AddForm add, String done) {
        return Html.secret(inquiries.link(add.token()).chain(link -> {
            if (link == null) return unknown(visit);
            return caseFiles.find(link.inquiryNumber).chain(file -> {
                var theirs = visits.writtenIn(file.inquiry().language, visit);
                return link.whole ? whole(status, theirs, file, add, done) : ownWords(status, theirs, file, add, done);
            });
        }));
    }

    private Uni<Response> whole(int status, Visit visit, CaseFile file, AddForm add, String done) {
        return clarifications
                .open(file.inquiry().number)
                .chain(asked -> Html.page(status, new Whole(visit, casePage(file, asked, visit), add, done), visit));
    }

    private CasePage casePage(CaseFile file, Clarification asked, Visit visit) {
        return new CasePage(file, asked, knowledge.now().rules(), visit);
    }

    private Uni<Response> ownWords(int status, Visit visit, CaseFile file, AddForm add, String done) {
        var addresses = String.join(", ", Masked.addresses(file));
        var number = file.inquiry().number;
        return caseFiles
                .writtenThrough(add.token())
                .chain(contacts ->
                        Html.page(status, new OwnWords(visit, number, contacts, addresses, add, done), visit));
    }

    private static Uni<Response> unknown(Visit visit) {
        var texts = visit.texts();
        var hint = texts.problemNoCaseHint(visit.district().phone());
        return Html.secret(Html.page(404, new Problems.Problem(visit, texts.problemNoCase(), hint), visit));
    }
}
