package org.rightdoor.portal;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import org.rightdoor.answers.Answer;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.answers.Knowledge;
import org.rightdoor.routing.Department;
import org.rightdoor.routing.LocalText;
import org.rightdoor.routing.Topic;

/** What the district has to say about a topic, who answers it, and the question box. */
@Path("/topics/{topic}")
@Produces(MediaType.TEXT_HTML)
class TopicPages {

    record About(Visit visit, Topic topic, Department department, List<Said> answers, AskForm form)
            implements TemplateInstance {}

    /** A question as a family would put it, and the approved answer. */
    record Said(String question, LocalText text) {}

    @Inject
    Visits visits;

    @Inject
    CurrentKnowledge knowledge;

    @GET
    public Uni<Response> topic(String topic) {
        var known = knowledge.now();
        var found = known.rules().topics().get(topic);
        if (found == null) throw new NotFoundException();
        var visit = visits.now();
        var department = known.rules().departments().get(found.department());
        var schools = List.copyOf(known.rules().schools().values());
        var form = AskForm.blank(schools, topic);
        return Html.page(200, new About(visit, found, department, answers(known, topic, visit), form), visit);
    }

    private static List<Said> answers(Knowledge known, String topic, Visit visit) {
        var today = LocalDate.now(known.rules().district().timeZone());
        return known.answers().all().stream()
                .filter(answer ->
                        answer.topic().equals(topic) && !answer.expires().isBefore(today))
                .map(answer -> new Said(question(answer, visit.language()), answer.text()))
                .toList();
    }

    private static String question(Answer answer, String language) {
        var phrasings = answer.questions().getOrDefault(language, List.of());
        return phrasings.isEmpty() ? answer.questions().get("en").get(0) : phrasings.get(0);
    }
}
