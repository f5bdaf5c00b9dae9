package org.rightdoor.desk.inquiry;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.desk.Seat;
import org.rightdoor.desk.Seats;
import org.rightdoor.inquiry.ConfidentialCases;
import org.rightdoor.inquiry.Deed;
import org.rightdoor.inquiry.Event;
import org.rightdoor.inquiry.Inquiry;
import org.rightdoor.learning.Correction;
import org.rightdoor.learning.LearnedTexts;
import org.rightdoor.people.May;

/** Staff know better where a case belongs, or what it is about. */
@Path("/desk/inquiries/{number}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(May.WORK)
@Cancellable(false)
class PlacePages {

    @Inject
    Seats seats;

    @Inject
    CaseDesk desk;

    @Inject
    CurrentKnowledge knowledge;

    @Inject
    ConfidentialCases confidential;

    @Inject
    LearnedTexts learnedTexts;

    @POST
    @Path("/department")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> handOver(
            @RestPath long number,
            @RestForm String department,
            @RestForm String topic,
            @RestForm boolean learn,
            @RestForm String reason,
            @RestForm String seen) {
        var seat = seats.now();
        var draft = Draft.handOver(department, topic, learn, reason);
        if (!knowledge.now().rules().departments().containsKey(draft.department())) {
            return desk.wrong(number, seat, draft, "Choose the department that can answer this.");
        }
        if (isOfAnother(draft.topicOrNull(), draft.department())) {
            return desk.wrong(number, seat, draft, "Choose a topic of that department, or “Not sure”.");
        }
        if (draft.reason().isBlank()) {
            return desk.wrong(number, seat, draft, "Say why, so that your colleagues understand.");
        }
        return correct(
                number,
                seat,
                draft,
                "moved",
                Deed.Kind.HANDED_OVER,
                Seen.read(seen)
                        .before(inquiry -> inquiry.reroute(
                                draft.department(),
                                draft.topicOrNull(),
                                CaseDesk.clean(draft.reason()),
                                seat.actor())));
    }

    @POST
    @Path("/topic")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> changeTopic(
            @RestPath long number, @RestForm String topic, @RestForm boolean learn, @RestForm String seen) {
        var seat = seats.now();
        var draft = Draft.about(topic, learn);
        var chosen = knowledge.now().rules().topics().get(draft.topic());
        if (chosen == null) return desk.wrong(number, seat, draft, "Choose what it is about.");
        return correct(
                number,
                seat,
                draft,
                "retitled",
                Deed.Kind.TOPIC_CHANGED,
                Seen.read(seen).before(inquiry -> {
                    if (!chosen.department().equals(inquiry.department)) {
                        throw new IllegalStateException(
                                "That topic is another department's. Hand the case over instead.");
                    }
                    return inquiry.changeTopic(chosen.key(), seat.actor());
                }));
    }

    private Uni<Response> correct(
            long number, Seat seat, Draft draft, String done, Deed.Kind kind, Function<Inquiry, Event> verb) {
        var byRules = knowledge.now().rules().isConfidential(draft.topicOrNull());
        Supplier<Uni<Deed>> doing = () -> confidential.move(kind, number, byRules, seat.actor(), verb);
        var learning = Correction.Kind.valueOf(kind.name());
        return desk.deed(
                number,
                seat,
                draft,
                done,
                draft.learn() ? () -> learnedTexts.correct(number, doing, learning, seat.actor()) : doing);
    }

    private boolean isOfAnother(String topic, String department) {
        if (topic == null) return false;
        var known = knowledge.now().rules().topics().get(topic);
        return known == null || !known.department().equals(department);
    }
}
