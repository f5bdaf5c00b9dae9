package org.rightdoor.portal;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.Config;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.inquiry.Inquiries;
import org.rightdoor.inquiry.Inquiry;
import org.rightdoor.inquiry.Survey;
import org.rightdoor.inquiry.Surveys;
import org.rightdoor.people.People;

/**
 * How was the help? Opened from a mail or a text, on any device: it says nothing of the case but its number and who had it.
 * Opening it answers nothing, for mail programs open links before people do; a tap only fills in a mark.
 */
@Path("/survey/{token}")
@Produces(MediaType.TEXT_HTML)
@Cancellable(false)
class SurveyPages {

    /**
     * @param department name of who had the case
     * @param courtesy the mark that was tapped in the mail, or 0
     * @param done {@code said}, {@code reopened} or {@code stopped} after a form, or null
     */
    record Asked(Visit visit, Survey survey, String department, int courtesy, String done)
            implements TemplateInstance {}

    private record Found(Survey survey, Inquiry inquiry) {}

    @Inject
    Config config;

    @Inject
    Visits visits;

    @Inject
    CurrentKnowledge knowledge;

    @Inject
    Surveys surveys;

    @Inject
    Inquiries inquiries;

    @Inject
    People people;

    @GET
    public Uni<Response> read(@RestPath String token, @RestQuery String done) {
        return page(token, 0, done);
    }

    @GET
    @Path("/{mark}")
    public Uni<Response> tapped(@RestPath String token, @RestPath String mark) {
        return page(token, Optional.ofNullable(SurveyForm.mark(mark)).orElseThrow(NotFoundException::new), null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> say(@RestPath String token, @BeanParam SurveyForm form) {
        var said = form.said();
        return find(token).chain(found -> surveys.say(found.inquiry.number, said)
                .map(survey -> Html.seeOther("/survey/" + token
                        + (said.isEmpty()
                                ? ""
                                : Boolean.FALSE.equals(said.solved()) ? "?done=reopened" : "?done=said"))));
    }

    @POST
    @Path("/no-more")
    public Uni<Response> askNoMore(@RestPath String token) {
        return find(token).chain(found -> people.askNoMore(found.inquiry.personId)
                .replaceWith(() -> Html.seeOther("/survey/" + token + "?done=stopped")));
    }

    private Uni<Response> page(String token, int courtesy, String done) {
        var visit = visits.now();
        return find(token).chain(found -> {
            var read = visits.writtenIn(found.inquiry.language, visit);
            var department = knowledge.now().rules().departments().get(found.inquiry.department);
            var name = department == null
                    ? found.inquiry.department
                    : department.name().in(read.language());
            return Html.secret(Html.page(200, new Asked(read, found.survey, name, courtesy, done), read));
        });
    }

    private Uni<Found> find(String token) {
        return surveys.opened(token)
                .onItem()
                .ifNull()
                .failWith(NotFoundException::new)
                .invoke(survey -> {
                    var ends = survey.sentAt == null ? Instant.MAX : survey.sentAt.plus(config.caseLinkLasts());
                    if (Instant.now().isAfter(ends)) throw new NotFoundException();
                })
                .chain(survey -> inquiries.find(survey.inquiryNumber).map(inquiry -> new Found(survey, inquiry)));
    }
}
