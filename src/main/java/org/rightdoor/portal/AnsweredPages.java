package org.rightdoor.portal;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
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
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.Config;
import org.rightdoor.answers.Answer;
import org.rightdoor.answers.AnswerReaders;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.answers.Knowledge;
import org.rightdoor.calendar.CurrentCalendar;

/** One approved answer, to be read, printed and passed on, and the way to a person where it does not help. */
@Path("/answers/{id}")
@Produces(MediaType.TEXT_HTML)
@Cancellable(false)
class AnsweredPages {

    /**
     * @param link the address to pass on, in no particular language
     * @param until the last day on which it holds, in words
     * @param more other answers on the topic
     * @param q the question it was found by, or empty
     * @param said {@code yes} or {@code no} once the reader has said whether it helped, or null
     */
    record Answered(
            Visit visit,
            AnswerText answer,
            TopicLink topic,
            Desk desk,
            String link,
            String until,
            List<AnswerText> more,
            String q,
            String said,
            AskForm form)
            implements TemplateInstance {}

    @Inject
    Config config;

    @Inject
    Visits visits;

    @Inject
    CurrentKnowledge knowledge;

    @Inject
    CurrentCalendar calendar;

    @Inject
    AnswerReaders readers;

    @GET
    public Uni<Response> read(@RestPath String id, @RestQuery String q, @RestQuery String said) {
        var visit = visits.now();
        var known = knowledge.now();
        var answer = current(id, known);
        return Html.page(200, page(answer, q == null ? "" : q, said, known, visit), visit);
    }

    /** {@code visit} names the reading of the page, so that pressing twice counts once. */
    @POST
    @Path("/helped")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> helped(
            @RestPath String id, @RestForm String helped, @RestForm("visit") String reading, @RestForm String q) {
        var yes = "yes".equals(helped);
        var answer = current(id, knowledge.now());
        var carried = q == null || q.isBlank() ? "" : "&q=" + Html.encoded(q);
        return readers.heard(answer, visits.now().language(), yes, Nonce.externalId(reading, id))
                .map(kept -> Html.seeOther(
                        "/answers/" + id + "?said=" + (yes ? "yes" : "no") + carried + (yes ? "" : "#ask-person")));
    }

    static Answer current(String id, Knowledge known) {
        var answer = known.answers().find(id).orElseThrow(NotFoundException::new);
        if (!BrowsePages.isShown(answer, known)) throw new WebApplicationException(Response.Status.GONE);
        return answer;
    }

    private Answered page(Answer answer, String q, String said, Knowledge known, Visit visit) {
        var topic = known.rules().topics().get(answer.topic());
        var text = AnswerText.of(answer, visit);
        // Who brings words of their own may have been shown an answer to something else: then the words decide.
        var form = q.isEmpty()
                ? AskForm.carrying(text.title(), topic.key(), known.rules())
                : AskForm.carrying(q, "", known.rules());
        return new Answered(
                visit,
                text,
                TopicLink.of(topic),
                Desk.of(known.rules().departments().get(topic.department()), null, calendar.now(), visit),
                config.publicUrl() + "/answers/" + answer.id(),
                visit.day(answer.expires()),
                others(answer, known, visit),
                q,
                said,
                form);
    }

    private static List<AnswerText> others(Answer answer, Knowledge known, Visit visit) {
        return known.answers().all().stream()
                .filter(other -> other.topic().equals(answer.topic()) && other != answer)
                .filter(other -> BrowsePages.isShown(other, known))
                .map(other -> AnswerText.of(other, visit))
                .toList();
    }
}
