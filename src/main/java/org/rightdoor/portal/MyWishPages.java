package org.rightdoor.portal;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.inquiry.Actor;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.inquiry.Inquiries;
import org.rightdoor.inquiry.Survey.Said;
import org.rightdoor.inquiry.Surveys;
import org.rightdoor.intake.SurveyComments;
import org.rightdoor.reply.Consent;
import org.rightdoor.reply.Consent.Source;
import org.rightdoor.reply.Consent.Wish;
import org.rightdoor.reply.Consents;

/** What a family wants beside an answer: by which way it comes, no more texts, and to say how the help was. */
@Path("/cases/{token}")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Cancellable(false)
class MyWishPages {

    @Inject
    MyCases cases;

    @Inject
    Inquiries inquiries;

    @Inject
    Surveys surveys;

    @Inject
    SurveyComments comments;

    @Inject
    Consents consents;

    /** By mail or by text from now on; a way that the family has no address for is not taken. */
    @POST
    @Path("/way")
    public Uni<Response> answerBy(@RestPath String token, @RestForm String by) {
        return cases.withMine(token, mine -> {
            var channel = "SMS".equals(by) ? Channel.SMS : Channel.EMAIL;
            var address =
                    channel == Channel.SMS ? mine.file().phone() : mine.file().email();
            if (address == null) return done(token, "");
            return inquiries
                    .change(mine.number(), inquiry -> inquiry.answerBy(channel))
                    .chain(() -> done(token, "?done=way"));
        });
    }

    @POST
    @Path("/no-texts")
    public Uni<Response> noTexts(@RestPath String token) {
        return cases.withMine(token, mine -> {
            var phone = mine.file().phone();
            if (phone == null) return done(token, "");
            var line = Consent.of(
                    Channel.SMS, phone, Wish.OUT, Source.CASE_PAGE, "Said on the page of the case.", Actor.FAMILY);
            return consents.wishOf(Channel.SMS, phone)
                    .chain(wish -> wish == Wish.OUT ? Uni.createFrom().voidItem() : consents.add(line))
                    .chain(() -> done(token, "?done=no-texts"));
        });
    }

    /** One tap; once a case. */
    @POST
    @Path("/rating")
    public Uni<Response> rate(@RestPath String token, @RestForm String courtesy) {
        return say(token, new Said(SurveyForm.mark(courtesy), null, null, null, null));
    }

    /** What the family adds to its tap. */
    @POST
    @Path("/rating/more")
    public Uni<Response> say(@RestPath String token, @BeanParam SurveyForm form) {
        return say(token, form.said());
    }

    private Uni<Response> say(String token, Said said) {
        return cases.withMine(
                token,
                mine -> said.isEmpty() || !mine.file().isRateable()
                        ? done(token, "")
                        : surveys.say(mine.number(), said)
                                .chain(() -> comments.heed(mine.file().inquiry(), said.comment()))
                                // Its page shows what is said to words that call a person.
                                .chain(words -> done(token, words == null ? "?done=rated#rating" : "")));
    }

    private static Uni<Response> done(String token, String how) {
        return Uni.createFrom().item(Html.seeOther("/cases/" + token + how));
    }
}
