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
import java.util.List;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.answers.Knowledge;
import org.rightdoor.calendar.CurrentCalendar;
import org.rightdoor.routing.Department;
import org.rightdoor.routing.Topic;

/** What the district has to say about a topic, who answers it, and the question box. */
@Path("/topics/{topic}")
@Produces(MediaType.TEXT_HTML)
class TopicPages {

    record About(Visit visit, Topic topic, Department department, Desk desk, List<AnswerText> answers, AskForm form)
            implements TemplateInstance {}

    @Inject
    Visits visits;

    @Inject
    CurrentKnowledge knowledge;

    @Inject
    CurrentCalendar calendar;

    @GET
    public Uni<Response> topic(String topic) {
        var known = knowledge.now();
        var found = known.rules().topics().get(topic);
        if (found == null) throw new NotFoundException();
        var visit = visits.now();
        var department = known.rules().departments().get(found.department());
        var desk = Desk.of(department, null, calendar.now(), visit);
        var schools = List.copyOf(known.rules().schools().values());
        var form = AskForm.blank(schools, topic);
        return Html.page(200, new About(visit, found, department, desk, answers(known, topic, visit), form), visit);
    }

    private static List<AnswerText> answers(Knowledge known, String topic, Visit visit) {
        return known.answers().all().stream()
                .filter(answer -> answer.topic().equals(topic) && BrowsePages.isShown(answer, known))
                .map(answer -> AnswerText.of(answer, visit))
                .toList();
    }
}
