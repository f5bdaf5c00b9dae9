package org.rightdoor.desk;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.rightdoor.answers.Answer;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.people.Staff;
import org.rightdoor.portal.Html;
import org.rightdoor.routing.RoutingRules;

/** The approved answers, by department. */
@Path("/desk/answers")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Staff.ADMIN, Staff.AGENT})
class AnswerPages {

    record Approved(Seat seat, List<Shelf> shelves, int count) implements TemplateInstance {}

    /** One department's answers. */
    record Shelf(String department, List<Line> lines) {}

    /** An answer as the list shows it; {@code languages} are codes in alphabetical order. */
    record Line(
            String id,
            String topic,
            String question,
            String text,
            String languages,
            LocalDate expires,
            boolean expired) {}

    @Inject
    Seats seats;

    @Inject
    CurrentKnowledge knowledge;

    @GET
    public Uni<Response> answers() {
        var known = knowledge.now();
        var answers = known.answers().all();
        var shelves = known.rules().departments().values().stream()
                .map(department ->
                        new Shelf(department.name().in("en"), lines(department.key(), answers, known.rules())))
                .filter(shelf -> !shelf.lines().isEmpty())
                .toList();
        return Html.page(200, new Approved(seats.now(), shelves, answers.size()));
    }

    private static List<Line> lines(String department, List<Answer> answers, RoutingRules rules) {
        var today = LocalDate.now(rules.district().timeZone());
        return answers.stream()
                .filter(answer ->
                        department.equals(rules.topics().get(answer.topic()).department()))
                .map(answer -> new Line(
                        answer.id(),
                        rules.topics().get(answer.topic()).title().in("en"),
                        answer.questions().get("en").get(0),
                        answer.text().in("en"),
                        String.join(
                                ", ", new TreeSet<>(answer.text().byLanguage().keySet())),
                        answer.expires(),
                        answer.expires().isBefore(today)))
                .toList();
    }
}
