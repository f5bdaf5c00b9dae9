package org.rightdoor.desk.answers;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.Config;
import org.rightdoor.answers.Answer;
import org.rightdoor.answers.AnswerExport;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.answers.WrittenAnswer;
import org.rightdoor.answers.WrittenAnswers;
import org.rightdoor.desk.Seats;
import org.rightdoor.people.May;
import org.rightdoor.portal.Html;

/** What becomes of an answer that somebody has written: it is published, sent back, let go, taken out, or put into the files. */
@Path("/desk/answers")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(May.WORK)
@Cancellable(false)
class ReviewPages {

    private interface Step {
        Uni<Void> take();
    }

    @Inject
    Seats seats;

    @Inject
    Config config;

    @Inject
    CurrentKnowledge knowledge;

    @Inject
    WrittenAnswers written;

    @Inject
    AnswerPages pages;

    @Inject
    Vertx vertx;

    @POST
    @Path("/{id}/approve")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(May.SEND)
    public Uni<Response> approve(@RestPath String id, @RestForm String seen) {
        return onDraft(id, () -> written.approve(id, seen, seats.now().actor()), "published");
    }

    @POST
    @Path("/{id}/sent-back")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(May.SEND)
    public Uni<Response> sendBack(@RestPath String id, @RestForm String why) {
        var reason = why == null ? "" : why.replace("\0", "").strip();
        return reason.isEmpty()
                ? pages.page(422, id, null, "Say what should be changed, so that the writer can.")
                : onDraft(id, () -> written.sendBack(id, reason, seats.now().actor()), "sent-back");
    }

    @POST
    @Path("/{id}/discarded")
    public Uni<Response> discard(@RestPath String id) {
        return onDraft(id, () -> written.discard(id, seats.now().actor()), "discarded");
    }

    @POST
    @Path("/{id}/retired")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(May.LEAD)
    public Uni<Response> retire(@RestPath String id, @RestForm String why) {
        var answer = knowledge.now().answers().find(id).orElseThrow(NotFoundException::new);
        if (!seats.now().staff().leads(knowledge.now().rules().department(answer.topic())))
            throw new ForbiddenException();
        var reason = why == null ? "" : why.replace("\0", "").strip();
        return written.retire(id, reason, seats.now().actor())
                .replaceWith(() -> Html.seeOther("/desk/answers/" + id + "?done=retired"));
    }

    /** What was published at the desk stands in the files by now, or is not wanted any more. */
    @POST
    @Path("/{id}/files")
    @RolesAllowed(May.RUN)
    public Uni<Response> leaveToTheFiles(@RestPath String id) {
        return written.leaveToTheFiles(id).replaceWith(() -> Html.seeOther("/desk/answers?done=files"));
    }

    @GET
    @Path("/export")
    @Produces("application/zip")
    @RolesAllowed(May.RUN)
    public Uni<Response> export() {
        return written.published()
                .chain(published -> vertx.executeBlocking(() -> AnswerExport.zip(AnswerExport.files(
                        config.rules(), published, knowledge.now().rules()))))
                .map(zip -> Response.ok(zip)
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"answers.zip\"")
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }

    private Uni<Response> onDraft(String id, Step step, String done) {
        return written.of(id).chain(versions -> {
            var draft = versions.stream()
                    .filter(WrittenAnswer::isInWork)
                    .findFirst()
                    .orElseThrow(NotFoundException::new);
            WrittenAnswers.read(draft, seats.now().rules()).ifPresent(this::demandWriter);
            return step.take()
                    .map(taken -> Html.seeOther("/desk/answers/" + id + "?done=" + done))
                    .onFailure(WrittenAnswers.ChangedMeanwhile.class)
                    .recoverWithUni(() -> pages.page(
                            409, id, null, "It was changed after you opened this page. Read it again, then decide."))
                    .onFailure(IllegalStateException.class)
                    .recoverWithUni(failure -> pages.page(422, id, null, failure.getMessage() + "."));
        });
    }

    private void demandWriter(Answer answer) {
        var department = knowledge.now().rules().department(answer.topic());
        if (!seats.now().staff().maySee(department)) throw new ForbiddenException();
    }
}
