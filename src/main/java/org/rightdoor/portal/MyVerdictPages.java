package org.rightdoor.portal;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.answers.AnswerStandings;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.answers.GivenAnswers;
import org.rightdoor.inquiry.Actor;
import org.rightdoor.inquiry.Clarifications;
import org.rightdoor.inquiry.ConfidentialCases;
import org.rightdoor.inquiry.Event;
import org.rightdoor.inquiry.Inquiries;
import org.rightdoor.inquiry.Inquiry;

/** What a family says about its case by a button: solved, not solved, not helped, and whom it is for. */
@Path("/cases/{token}")
@Produces(MediaType.TEXT_HTML)
@Cancellable(false)
class MyVerdictPages {

    @Inject
    MyCases cases;

    @Inject
    Inquiries inquiries;

    @Inject
    Clarifications clarifications;

    @Inject
    ConfidentialCases confidential;

    @Inject
    CurrentKnowledge knowledge;

    @Inject
    AnswerStandings standings;

    @Inject
    GivenAnswers givenAnswers;

    @POST
    @Path("/person")
    public Uni<Response> askForPerson(@RestPath String token) {
        return change(token, Inquiry::askForPerson, "person", false);
    }

    /** Answered or even solved, and still not enough. */
    @POST
    @Path("/help")
    public Uni<Response> askForMore(@RestPath String token) {
        return change(token, Inquiry::needMoreHelp, "help", false);
    }

    @POST
    @Path("/solved")
    public Uni<Response> solved(@RestPath String token) {
        return change(token, inquiry -> inquiry.resolve(Actor.FAMILY), "solved", true);
    }

    /** Which of the two it is about; the case moves there. Neither of them when it is empty. */
    @POST
    @Path("/about")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> about(@RestPath String token, @RestForm String about) {
        return cases.withMine(token, mine -> clarifications
                .answer(mine.number(), about)
                // Null where nothing is asked any more: what staff have opened since is not closed again.
                .call(answered -> answered == null
                        ? Uni.createFrom().voidItem()
                        : confidential.closeByRules(
                                mine.number(), knowledge.now().rules()::isConfidential))
                .map(inquiry -> Html.seeOther("/cases/" + token + "?done=about")));
    }

    private Uni<Response> change(String token, Function<Inquiry, Event> verb, String done, boolean helped) {
        return cases.withMine(token, mine -> inquiries
                .change(mine.number(), verb)
                .call(inquiry -> judge(inquiry.number, helped))
                .map(inquiry -> Html.seeOther("/cases/" + token + "?done=" + done))
                // Pressed twice: it is as they wanted already.
                .onFailure(IllegalStateException.class)
                .recoverWithItem(() -> Html.seeOther("/cases/" + token)));
    }

    /** If the case was given an approved answer, the family has just said whether it helped. */
    private Uni<Void> judge(long number, boolean helped) {
        return givenAnswers.lastIn(number).chain(id -> Optional.ofNullable(id)
                .flatMap(knowledge.now().answers()::find)
                .map(answer -> standings.judge(answer, number, helped, Actor.FAMILY))
                .orElse(Uni.createFrom().voidItem()));
    }
}
