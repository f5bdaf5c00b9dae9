package org.rightdoor.desk;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.answers.AnswerReaders;
import org.rightdoor.answers.AnswerStanding;
import org.rightdoor.answers.AnswerStandings;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.answers.GivenAnswers;
import org.rightdoor.answers.TrackRecord;
import org.rightdoor.people.May;
import org.rightdoor.portal.Html;

/** The approved answers, by department, and which of them are given by themselves. */
@Path("/desk/answers")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(May.READ)
@Cancellable(false)
class AnswerPages {

    record Approved(Seat seat, List<Shelf> shelves, int count, long automatic) implements TemplateInstance {}

    /** One department's answers. */
    record Shelf(String department, List<AnswerCard> cards) {}

    @Inject
    Seats seats;

    @Inject
    CurrentKnowledge knowledge;

    @Inject
    AnswerStandings standings;

    @Inject
    AnswerReaders readers;

    @Inject
    GivenAnswers given;

    @GET
    public Uni<Response> answers() {
        var seat = seats.now();
        return standings.history().chain(history -> standings.records().chain(records -> readers.records()
                .chain(read -> given.all()
                        .map(versions -> cards(seat, history, records, read, versions))
                        .chain(cards -> Html.page(200, page(seat, cards))))));
    }

    @POST
    @Path("/{id}/standing")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(May.RUN)
    public Uni<Response> decide(@RestPath String id, @RestForm boolean automatic) {
        var answer = knowledge.now().answers().find(id).orElseThrow(NotFoundException::new);
        return standings
                .decide(answer, automatic, seats.now().actor())
                .map(decided -> Html.seeOther("/desk/answers#" + id));
    }

    private List<AnswerCard> cards(
            Seat seat,
            Map<String, List<AnswerStanding>> history,
            Map<String, TrackRecord> records,
            Map<String, TrackRecord> read,
            Map<String, List<GivenAnswers.Version>> versions) {
        return knowledge.now().answers().all().stream()
                .map(answer -> new AnswerCard(
                        seat,
                        answer,
                        history.getOrDefault(answer.id(), List.of()),
                        records.getOrDefault(answer.id(), TrackRecord.NONE),
                        read.getOrDefault(answer.id(), TrackRecord.NONE),
                        versions.getOrDefault(answer.id(), List.of())))
                .toList();
    }

    private static Approved page(Seat seat, List<AnswerCard> cards) {
        var shelves = seat.rules().departments().values().stream()
                .map(department -> new Shelf(
                        department.name().in("en"),
                        cards.stream()
                                .filter(card -> department.key().equals(card.department()))
                                .toList()))
                .filter(shelf -> !shelf.cards().isEmpty())
                .toList();
        var automatic = cards.stream().filter(AnswerCard::automatic).count();
        return new Approved(seat, shelves, cards.size(), automatic);
    }
}
