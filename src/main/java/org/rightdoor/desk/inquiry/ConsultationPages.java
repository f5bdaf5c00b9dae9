package org.rightdoor.desk.inquiry;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.desk.Access;
import org.rightdoor.desk.Seats;
import org.rightdoor.inquiry.Consultations;
import org.rightdoor.people.May;
import org.rightdoor.portal.Html;

/** Another department is asked something about a case that stays where it is. */
@Path("/desk/inquiries/{number}/consultations")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(May.WORK)
@Cancellable(false)
class ConsultationPages {

    private static final int LONGEST = 5_000;

    @Inject
    Seats seats;

    @Inject
    Access access;

    @Inject
    CaseDesk desk;

    @Inject
    CurrentKnowledge knowledge;

    @Inject
    Consultations consultations;

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> ask(@RestPath long number, @RestForm String department, @RestForm String question) {
        var seat = seats.now();
        var draft = Draft.of("consult", question);
        if (!knowledge.now().rules().departments().containsKey(department == null ? "" : department)) {
            return desk.wrong(number, seat, draft, "Choose the department that you ask.");
        }
        if (draft.typed().isBlank()) return desk.wrong(number, seat, draft, "Write the question.");
        if (draft.typed().length() > LONGEST) return desk.wrong(number, seat, draft, "That is too long.");
        return desk.deed(
                number,
                seat,
                draft,
                "asked",
                () -> consultations.ask(number, department, CaseDesk.clean(draft.typed()), seat.actor()));
    }

    /** By somebody of the department that is asked, who may only read the case. */
    @POST
    @Path("/{department}/answer")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> answer(@RestPath long number, @RestPath String department, @RestForm String answer) {
        var seat = seats.now();
        var draft = Draft.of("answer", answer);
        if (!seat.staff().maySee(department)) throw new NotFoundException();
        if (draft.typed().isBlank()) return desk.wrong(number, seat, draft, "Write what you know.");
        if (draft.typed().length() > LONGEST) return desk.wrong(number, seat, draft, "That is too long.");
        return access.mayWork(number, seat)
                .chain(mayWork -> consultations.answer(number, department, CaseDesk.clean(draft.typed()), seat.actor()))
                .onItem()
                .ifNull()
                .failWith(NotFoundException::new)
                .chain(inquiry -> access.mayWork(number, seat))
                .map(mayWork -> Html.seeOther("/desk/inquiries/" + number + "?done=told"))
                .onFailure(NotFoundException.class)
                .recoverWithItem(() -> Html.seeOther("/desk?done=told"));
    }
}
