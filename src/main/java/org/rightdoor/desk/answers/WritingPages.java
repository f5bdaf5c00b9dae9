package org.rightdoor.desk.answers;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.answers.Answer;
import org.rightdoor.answers.AnswerYaml;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.answers.WrittenAnswer;
import org.rightdoor.answers.WrittenAnswers;
import org.rightdoor.desk.Seat;
import org.rightdoor.desk.Seats;
import org.rightdoor.people.May;
import org.rightdoor.portal.Html;
import org.rightdoor.routing.Topic;

/** An answer is written by one person and approved by another. */
@Path("/desk/answers")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(May.WORK)
@Cancellable(false)
class WritingPages {

    private static final int NEW_ANSWER_HOLDS_DAYS = 365;

    /** @param isNew true while nothing of it is in force: only then the writer says whether it is given by itself */
    record Writing(
            Seat seat,
            AnswerForm form,
            List<Topic> topics,
            List<String> audiences,
            boolean isNew,
            WrittenAnswer draft,
            String problem)
            implements TemplateInstance {}

    @Inject
    Seats seats;

    @Inject
    CurrentKnowledge knowledge;

    @Inject
    WrittenAnswers written;

    @GET
    @Path("/new")
    public Uni<Response> blank(@RestQuery String topic) {
        var district = knowledge.now().rules().district();
        var form = AnswerForm.blank(
                topic == null ? "" : topic,
                district.languages(),
                district.today().plusDays(NEW_ANSWER_HOLDS_DAYS));
        return page(200, form, null, null);
    }

    /** @param typed the fields of the form; {@code hand-in} is there when somebody else is to read it now */
    @POST
    @Path("/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> write(MultivaluedMap<String, String> typed) {
        var form = AnswerForm.of("", typed, languages());
        var faults = faults(form);
        if (!faults.isEmpty()) return page(422, form.wrong(faults), null, null);
        return written.inWork().chain(inWork -> {
            var taken =
                    new HashSet<>(inWork.stream().map(draft -> draft.answerId).toList());
            knowledge.now().answers().all().forEach(answer -> taken.add(answer.id()));
            return keep(form.named(form.newId(taken)), typed);
        });
    }

    @GET
    @Path("/{id}/edit")
    public Uni<Response> edit(@RestPath String id) {
        var now = knowledge.now().answers().find(id);
        return written.of(id).chain(versions -> {
            var draft = versions.stream()
                    .filter(WrittenAnswer::isInWork)
                    .findFirst()
                    .orElse(null);
            var latest = draft != null
                    ? WrittenAnswers.read(draft, seats.now().rules())
                    : now.or(() -> versions.stream()
                            .filter(version -> !version.retired)
                            .findFirst()
                            .flatMap(version ->
                                    WrittenAnswers.read(version, seats.now().rules())));
            var answer = latest.orElseThrow(NotFoundException::new);
            demandWriter(answer);
            var machine = draft != null ? Set.<String>of() : answer.text().unreviewed();
            return page(200, AnswerForm.of(answer, machine, languages(), WrittenAnswers.seen(draft)), draft, null);
        });
    }

    @POST
    @Path("/{id}/edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> change(@RestPath String id, MultivaluedMap<String, String> typed) {
        knowledge.now().answers().find(id).ifPresent(this::demandWriter);
        var form = AnswerForm.of(id, typed, languages());
        var faults = faults(form);
        return faults.isEmpty() ? keep(form, typed) : page(422, form.wrong(faults), null, null);
    }

    private Uni<Response> keep(AnswerForm form, MultivaluedMap<String, String> typed) {
        var handIn = typed.containsKey("hand-in");
        return written.keep(
                        form.id(),
                        AnswerYaml.of(form.answer()),
                        form.seen(),
                        handIn,
                        seats.now().actor())
                .map(kept -> Html.seeOther("/desk/answers/" + form.id() + "?done=" + (handIn ? "handed-in" : "kept")))
                .onFailure(WrittenAnswers.ChangedMeanwhile.class)
                .recoverWithUni(() -> written.of(form.id()).chain(versions -> {
                    var draft = versions.stream()
                            .filter(WrittenAnswer::isInWork)
                            .findFirst()
                            .orElse(null);
                    return page(
                            409,
                            form.seeing(WrittenAnswers.seen(draft)),
                            draft,
                            "Somebody else has changed it meanwhile; nothing of yours is kept yet. What you typed stands here. Compare it with theirs, and keep it again to put yours in its place.");
                }));
    }

    private void demandWriter(Answer answer) {
        var department = knowledge.now().rules().department(answer.topic());
        if (!seats.now().staff().maySee(department)) throw new ForbiddenException();
    }

    private Map<String, String> faults(AnswerForm form) {
        return AnswerFaults.of(form, seats.now(), knowledge.now());
    }

    private List<String> languages() {
        return knowledge.now().rules().district().languages();
    }

    private Uni<Response> page(int status, AnswerForm form, WrittenAnswer draft, String problem) {
        var seat = seats.now();
        var topics = seat.rules().topics().values().stream()
                .filter(topic -> seat.staff().maySee(topic.department()))
                .toList();
        var isNew = knowledge.now().answers().find(form.id()).isEmpty();
        return Html.page(status, new Writing(seat, form, topics, Answer.AUDIENCES, isNew, draft, problem));
    }
}
