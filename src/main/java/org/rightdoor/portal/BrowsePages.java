package org.rightdoor.portal;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.answers.Answer;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.answers.Knowledge;
import org.rightdoor.calendar.CurrentCalendar;
import org.rightdoor.inquiry.AskedLately;
import org.rightdoor.routing.School;

/** Everything that can be asked, by department; at a school: what its families ask, and what is answered for them alone. */
@Path("/topics")
@Produces(MediaType.TEXT_HTML)
@Cancellable(false)
class BrowsePages {

    /**
     * @param school the one that was chosen, or null
     * @param own answers for that school's families alone
     */
    record Topics(
            Visit visit, School school, List<School> schools, AskedMost most, List<AnswerText> own, List<Shelf> shelves)
            implements TemplateInstance {}

    /** A department and what families ask it. */
    record Shelf(Desk desk, List<TopicLink> topics) {}

    @Inject
    Visits visits;

    @Inject
    CurrentKnowledge knowledge;

    @Inject
    CurrentCalendar calendar;

    @Inject
    AskedLately lately;

    @GET
    public Uni<Response> topics(@RestQuery String school) {
        var visit = visits.now();
        var known = knowledge.now();
        var schools = known.rules().schools();
        var chosen = school == null ? null : schools.get(school);
        return lately.topics(chosen == null ? "" : chosen.key())
                .map(topics -> AskedMost.of(topics, known))
                .map(most -> new Topics(
                        visit,
                        chosen,
                        List.copyOf(schools.values()),
                        most,
                        own(chosen, known, visit),
                        shelves(known, visit)))
                .chain(page -> Html.page(200, page, visit));
    }

    private static List<AnswerText> own(School school, Knowledge known, Visit visit) {
        if (school == null) return List.of();
        return known.answers().all().stream()
                .filter(answer -> answer.schools().contains(school.key()))
                .filter(answer -> isShown(answer, known))
                .map(answer -> AnswerText.of(answer, visit))
                .toList();
    }

    static boolean isShown(Answer answer, Knowledge known) {
        return !answer.hasExpired(known.rules().district().today());
    }

    private List<Shelf> shelves(Knowledge known, Visit visit) {
        return known.rules().departments().values().stream()
                .map(department -> new Shelf(
                        Desk.of(department, null, calendar.now(), visit),
                        TopicLink.ofDepartment(department.key(), known)))
                .toList();
    }
}
