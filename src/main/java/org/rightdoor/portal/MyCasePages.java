package org.rightdoor.portal;

import io.quarkus.logging.Log;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.channel.web.Question;
import org.rightdoor.inquiry.CaseFile;
import org.rightdoor.inquiry.CaseFiles;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.inquiry.Clarifications;
import org.rightdoor.inquiry.Contact;
import org.rightdoor.intake.Intake;
import org.rightdoor.intake.Peril;
import org.rightdoor.intake.Reference;
import org.rightdoor.reply.Consent.Wish;
import org.rightdoor.reply.Consents;

/** One case by its secret link: the conversation, who has it, and one more message. */
@Path("/cases/{token}")
@Produces(MediaType.TEXT_HTML)
@Cancellable(false)
class MyCasePages {

    record Whole(Visit visit, CasePage page, AddForm add, WayForm way, String done) implements TemplateInstance {}

    record OwnWords(Visit visit, long number, List<Contact> contacts, String addresses, AddForm add, String done)
            implements TemplateInstance {}

    /** When the case itself cannot be shown: what was typed, and the way to try again. */
    record Unsent(Visit visit, AddForm add) implements TemplateInstance {}

    /** The box for one more message; {@code error} is what to say about it, or null. */
    record AddForm(String token, String text, String nonce, String error) {

        public int mostFiles() {
            return SentFiles.MOST;
        }

        public int mostMegabytes() {
            return SentFiles.MOST_MEGABYTES;
        }
    }

    /** How answers may come: masked addresses, null where there is none; and whether texts have been stopped. */
    record WayForm(String email, String phone, Channel chosen, boolean stopped) {

        public boolean isByEmail() {
            return chosen == Channel.EMAIL;
        }

        public boolean isBySms() {
            return chosen == Channel.SMS;
        }
    }

    @Inject
    Visits visits;

    @Inject
    Vertx vertx;

    @Inject
    CurrentKnowledge knowledge;

    @Inject
    Threshold threshold;

    @Inject
    MyCases cases;

    @Inject
    MyDevicePages devicePages;

    @Inject
    CaseFiles caseFiles;

    @Inject
    Clarifications clarifications;

    @Inject
    Consents consents;

    @Inject
    Intake intake;

    @Inject
    Peril peril;

    @GET
    public Uni<Response> show(@RestPath String token, @RestQuery String done, @RestQuery String code) {
        var visit = visits.now();
        var add = new AddForm(token, "", AskForm.newNonce(), null);
        return cases.find(token).chain(mine -> {
            if (mine == null) return cases.unknown(visit);
            if (!mine.trusted()) return devicePages.ask(200, visit, mine, code != null, false);
            return page(200, visit, mine, add, done);
        });
    }

    @POST
    @Path("/messages")
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Uni<Response> add(
            @RestPath String token,
            @RestForm String text,
            @RestForm String nonce,
            @RestForm("files") List<FileUpload> files) {
        var visit = visits.now().at("/cases/" + token);
        var question = Question.saying(text);
        var sent = SentFiles.of(files);
        var fault = fault(question, sent, visit.texts());
        return cases.withTrusted(
                        token,
                        mine -> fault == null
                                ? isOneTooMany(question)
                                        .chain(tooMany -> tooMany
                                                ? again(429, visit, mine, question, nonce, failed(visit))
                                                : receive(mine, question, nonce, sent))
                                : again(422, visit, mine, question, nonce, fault))
                .onFailure(failure -> !(failure instanceof LinkExpired))
                .recoverWithUni(failure -> {
                    Log.error("A message could not be taken; the family was told to try again", failure);
                    var again = new AddForm(token, question.text(), nonce, failed(visit));
                    return Html.secret(Html.page(503, new Unsent(visit, again), visit));
                });
    }

    private Uni<Boolean> isOneTooMany(Question question) {
        return threshold.isFlooded()
                ? peril.in(question.text()).map(calls -> !calls)
                : Uni.createFrom().item(false);
    }

    private Uni<Response> again(int status, Visit visit, MyCase mine, Question question, String nonce, String fault) {
        return page(status, visit, mine, new AddForm(mine.link().token, question.text(), nonce, fault), null);
    }

    private static String failed(Visit visit) {
        return visit.texts().failed(visit.district().phone());
    }

    private String fault(Question question, SentFiles sent, Texts texts) {
        if (sent.areTooMuch()) return texts.faultFiles(SentFiles.MOST, SentFiles.MOST_MEGABYTES);
        var fault = question.faults(knowledge.now().rules()).get("text");
        if (fault == null || fault == Question.Fault.EMPTY && !sent.isEmpty()) return null;
        return fault == Question.Fault.EMPTY ? texts.faultMessageEmpty() : AskForm.sentence(fault, texts);
    }

    private Uni<Response> receive(MyCase mine, Question question, String nonce, SentFiles sent) {
        var token = mine.link().token;
        var message = Writer.of(mine)
                .with(question)
                .inbound(Nonce.externalId(nonce, question.text()), Reference.toLink(token));
        return vertx.executeBlocking(sent::read, false)
                .chain(files -> intake.receive(message.withFiles(files)))
                .map(receipt -> Html.seeOther("/cases/" + token + "?done=added"));
    }

    private record Writer(String name, String email, String phone) {

        // Whoever holds the whole link is the person of the case; whoever holds a lesser one may be anybody.
        static Writer of(MyCase mine) {
            var file = mine.file();
            return mine.isMine() ? new Writer(file.person().name, file.email(), file.phone()) : new Writer("", "", "");
        }

        Question with(Question question) {
            return new Question(question.text(), name, email, phone, "", "", "");
        }
    }

    private Uni<Response> page(int status, Visit visit, MyCase mine, AddForm add, String done) {
        var theirs = visits.writtenIn(mine.file().inquiry().language, visit);
        return Html.secret(
                mine.isMine() ? whole(status, theirs, mine, add, done) : ownWords(status, theirs, mine, add, done));
    }

    private Uni<Response> whole(int status, Visit visit, MyCase mine, AddForm add, String done) {
        return clarifications
                .open(mine.number())
                .map(asked -> cases.page(mine, asked, visit))
                .chain(page -> wayForm(mine.file())
                        .chain(way -> Html.page(status, new Whole(visit, page, add, way, done), visit)));
    }

    private Uni<WayForm> wayForm(CaseFile file) {
        var email = file.email() == null ? null : Masked.email(file.email());
        var chosen = file.inquiry().answerBy;
        if (file.phone() == null) return Uni.createFrom().item(new WayForm(email, null, chosen, false));
        return consents.wishOf(Channel.SMS, file.phone())
                .map(wish -> new WayForm(email, Masked.phone(file.phone()), chosen, wish != Wish.IN));
    }

    private Uni<Response> ownWords(int status, Visit visit, MyCase mine, AddForm add, String done) {
        var addresses = String.join(", ", Masked.addresses(mine.file()));
        var number = mine.number();
        return caseFiles
                .writtenThrough(add.token())
                .chain(contacts ->
                        Html.page(status, new OwnWords(visit, number, contacts, addresses, add, done), visit));
    }
}
