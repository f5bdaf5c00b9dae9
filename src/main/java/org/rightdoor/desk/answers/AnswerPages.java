package org.rightdoor.desk.answers;

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
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.answers.Answer;
import org.rightdoor.answers.AnswerStandings;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.answers.WrittenAnswer;
import org.rightdoor.answers.WrittenAnswers;
import org.rightdoor.desk.Seat;
import org.rightdoor.desk.Seats;
import org.rightdoor.people.May;
import org.rightdoor.portal.Html;

/** The answers of the district: all of them by department, and each with its languages, its versions and its standing. */
@Path("/desk/answers")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(May.READ)
@Cancellable(false)
class AnswerPages {

    /** @param automatic how many of all are given by themselves */
    record Overview(
            Seat seat,
            AnswerFilter filter,
            List<Shelf> shelves,
            int count,
            long automatic,
            List<InWork> inWork,
            boolean mayWrite,
            String done)
            implements TemplateInstance {}

    /** One department's answers. */
    record Shelf(String department, List<AnswerCard> cards) {}

    /** Something that is being written. */
    record InWork(WrittenAnswer written, String question) {}

    /**
     * One answer.
     *
     * @param card null while it is not in force
     * @param draft what is being written, or null
     * @param inFiles what the files say, or null
     * @param fromDesk true when what is in force was published at the desk
     * @param kin other answers on the same topic
     */
    record Whole(
            Seat seat,
            String id,
            String title,
            AnswerCard card,
            WrittenAnswer draft,
            String seen,
            boolean mayWrite,
            boolean mayApprove,
            boolean mayRetire,
            Answer inFiles,
            boolean fromDesk,
            boolean retired,
            List<Revision> revisions,
            List<AnswerCard> kin,
            String done,
            String error)
            implements TemplateInstance {}

    @Inject
    Seats seats;

    @Inject
    CurrentKnowledge knowledge;

    @Inject
    AnswerStandings standings;

    @Inject
    AnswerCards cards;

    @Inject
    WrittenAnswers written;

    @GET
    public Uni<Response> answers(
            @RestQuery String department,
            @RestQuery String school,
            @RestQuery String audience,
            @RestQuery String lacks,
            @RestQuery String until,
            @RestQuery String q,
            @RestQuery String done) {
        var seat = seats.now();
        var filter = AnswerFilter.of(department, school, audience, lacks, until, q);
        return cards.all(seat).chain(all -> written.inWork()
                .chain(inWork -> Html.page(200, overview(seat, filter, all, inWork, done))));
    }

    @GET
    @Path("/{id}")
    public Uni<Response> answer(@RestPath String id, @RestQuery String done) {
        return page(200, id, done, null);
    }

    @POST
    @Path("/{id}/standing")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(May.RUN)
    public Uni<Response> decide(@RestPath String id, @RestForm boolean automatic) {
        var known = knowledge.now();
        var answer = known.answers().find(id).orElseThrow(NotFoundException::new);
        var forbidden = known.neverAnswer().forbids(AnswerCard.question(answer), answer.topic());
        return automatic && forbidden.isPresent()
                ? page(422, id, null, AnswerFaults.why(known, forbidden.get()))
                : standings
                        .decide(answer, automatic, seats.now().actor())
                        .map(decided -> Html.seeOther("/desk/answers/" + id));
    }

    Uni<Response> page(int status, String id, String done, String error) {
        var seat = seats.now();
        return cards.all(seat).chain(all -> written.of(id).chain(versions -> {
            var card = all.stream()
                    .filter(each -> each.answer().id().equals(id))
                    .findFirst()
                    .orElse(null);
            if (card == null && versions.isEmpty()) throw new NotFoundException();
            return Html.page(status, whole(seat, id, card, all, versions, done, error));
        }));
    }

    private Whole whole(
            Seat seat,
            String id,
            AnswerCard card,
            List<AnswerCard> all,
            List<WrittenAnswer> versions,
            String done,
            String error) {
        var inFiles = knowledge.inFiles(id).orElse(null);
        var draft =
                versions.stream().filter(WrittenAnswer::isInWork).findFirst().orElse(null);
        var published = versions.stream()
                .filter(version -> version.state == WrittenAnswer.State.PUBLISHED)
                .findFirst();
        var drafted =
                draft == null ? null : WrittenAnswers.read(draft, seat.rules()).orElse(null);
        var shown = card != null ? card.answer() : drafted;
        var desk = shown == null ? null : seat.rules().department(shown.topic());
        var staff = seat.staff();
        var mayWrite = !staff.isViewer() && (desk == null ? seat.admin() : staff.maySee(desk));
        return new Whole(
                seat,
                id,
                shown == null ? id : AnswerCard.question(shown),
                card,
                draft,
                WrittenAnswers.seen(draft),
                mayWrite,
                mayWrite && !staff.isHelper() && draft != null && draft.isInReview() && !draft.isWrittenBy(staff.id),
                card != null && staff.leads(desk),
                inFiles,
                published.isPresent(),
                published.filter(version -> version.retired).isPresent(),
                Revision.of(seat, versions, inFiles),
                card == null ? List.of() : kin(card, all),
                done,
                error);
    }

    private static List<AnswerCard> kin(AnswerCard card, List<AnswerCard> all) {
        return all.stream()
                .filter(other -> other.answer().topic().equals(card.answer().topic()))
                .filter(other -> !other.answer().id().equals(card.answer().id()))
                .toList();
    }

    private static Overview overview(
            Seat seat, AnswerFilter filter, List<AnswerCard> all, List<WrittenAnswer> inWork, String done) {
        var fitting = all.stream().filter(filter::fits).toList();
        var shelves = seat.rules().departments().values().stream()
                .map(department -> new Shelf(
                        department.name().in("en"),
                        fitting.stream()
                                .filter(card -> department.key().equals(card.department()))
                                .toList()))
                .filter(shelf -> !shelf.cards().isEmpty())
                .toList();
        return new Overview(
                seat,
                filter,
                shelves,
                all.size(),
                all.stream().filter(AnswerCard::automatic).count(),
                inWork.stream()
                        .map(draft -> new InWork(
                                draft,
                                WrittenAnswers.read(draft, seat.rules())
                                        .map(AnswerCard::question)
                                        .orElse(draft.answerId)))
                        .toList(),
                !seat.staff().isViewer(),
                done);
    }
}
