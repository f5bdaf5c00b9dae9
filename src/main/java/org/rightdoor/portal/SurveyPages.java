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
import org.rightdoor.intake.SurveyComments;
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
     * @param crisisWords what the district says at once to a comment that calls a person, or null
     */
    record Asked(Visit visit, Survey survey, String department, int courtesy, String done, String crisisWords)
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
    SurveyComments comments;

    @Inject
    Inquiries inquiries;

    @Inject
    People people;

    @GET
    public Uni<Response> read(@RestPath String token, @RestQuery String done) {
        return find(token).chain(found -> page(found, 0, done, null));
    }

    @GET
    @Path("/{mark}")
    public Uni<Response> tapped(@RestPath String token, @RestPath String mark) {
        var courtesy = Optional.ofNullable(SurveyForm.mark(mark)).orElseThrow(NotFoundException::new);
        return find(token).chain(found -> page(found, courtesy, null, null));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> say(@RestPath String token, @BeanParam SurveyForm form) {
        var said = form.said();
        return find(token).chain(found -> surveys.say(found.inquiry.number, said)
                .chain(survey -> comments.heed(found.inquiry, said.comment())
                        .chain(crisisWords -> crisisWords == null
                                ? Uni.createFrom().item(Html.seeOther("/survey/" + token + done(said)))
                                : page(new Found(survey, found.inquiry), 0, null, crisisWords))));
    }

    @POST
    @Path("/no-more")
    public Uni<Response> askNoMore(@RestPath String token) {
        return find(token).chain(found -> people.askNoMore(found.inquiry.personId)
                .replaceWith(() -> Html.seeOther("/survey/" + token + "?done=stopped")));
    }

    private static String done(Survey.Said said) {
        if (said.isEmpty()) return "";
        return Boolean.FALSE.equals(said.solved()) ? "?done=reopened" : "?done=said";
    }

    private Uni<Response> page(Found found, int courtesy, String done, String crisisWords) {
        var visit = visits.now();
        var read = visits.writtenIn(found.inquiry.language, visit);
        var department = knowledge.now().rules().departments().get(found.inquiry.department);
        var name = department == null
                ? found.inquiry.department
                : department.name().in(read.language());
        return Html.secret(Html.page(200, new Asked(read, found.survey, name, courtesy, done, crisisWords), read));
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
