package org.rightdoor.desk.inquiry;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.desk.Access;
import org.rightdoor.desk.Seat;
import org.rightdoor.desk.Seats;
import org.rightdoor.desk.writing.Choices;
import org.rightdoor.desk.writing.Drafts;
import org.rightdoor.desk.writing.Translator;
import org.rightdoor.desk.writing.Writing;
import org.rightdoor.people.May;
import org.rightdoor.portal.Html;

/** The reply box without a script: what is written is kept, and comes back with a ready-made text or a translation in it. */
@Path("/desk/inquiries/{number}/writing")
@RolesAllowed(May.WORK)
@Cancellable(false)
class WritingPages {

    /** What was kept, and what to say about it. */
    private record Outcome(Writing writing, String done) {}

    @Inject
    Seats seats;

    @Inject
    Access access;

    @Inject
    Drafts drafts;

    @Inject
    Choices choices;

    @Inject
    Translator translator;

    @Inject
    Vertx vertx;

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Uni<Response> keep(@RestPath long number, @BeanParam Composed.WithFiles composed) {
        var seat = seats.now();
        return access.demandWork(number, seat)
                .chain(() -> vertx.executeBlocking(() -> Enclosures.of(composed.files), false))
                .chain(enclosures -> access.open(number, seat)
                        .chain(opened -> changed(opened, composed, seat))
                        .call(outcome -> keep(number, seat, composed, outcome.writing(), enclosures))
                        .map(outcome -> enclosures.fault() == null ? outcome.done() : "too-large"))
                .map(done -> Html.seeOther("/desk/inquiries/" + number + "?done=" + done + "#reply"));
    }

    private Uni<Outcome> changed(Access.Opened opened, Composed.WithFiles composed, Seat seat) {
        var writing = composed.writing();
        var file = opened.file();
        var language = file.inquiry().language;
        if ("choice".equals(composed.wanted) && composed.choice != null) {
            return choices.find(composed.choice, file, seat)
                    .map(choice -> new Outcome(choice.map(writing::with).orElse(writing), "draft"));
        }
        if ("translation".equals(composed.wanted) && translator.speaks(language)) {
            return translator
                    .translate(writing.text(), Translator.OURS, language)
                    .map(translated -> new Outcome(writing.translatedAs(translated), "draft"))
                    .onFailure(Translator.Silent.class)
                    .recoverWithItem(new Outcome(writing, "untranslated"));
        }
        return Uni.createFrom().item(new Outcome(writing, "draft"));
    }

    private Uni<Void> keep(long number, Seat seat, Composed composed, Writing writing, Enclosures enclosures) {
        return drafts.keep(number, seat.staff().id, writing, composed.kept, enclosures.sendable());
    }
}
