package org.rightdoor.portal;

import io.quarkus.logging.Log;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.channel.web.Quarantine;
import org.rightdoor.channel.web.Question;
import org.rightdoor.channel.web.Suspected.Because;
import org.rightdoor.inquiry.AskedLately;
import org.rightdoor.intake.Intake;
import org.rightdoor.intake.Peril;
import org.rightdoor.routing.Department;
import org.rightdoor.routing.RoutingRules;
import org.rightdoor.routing.School;

/** The front door: one question box, and below it who answers what. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Cancellable(false)
class AskPages {

    /** When a person looks first; {@code reachable} when an address was left for the answer. */
    record Held(Visit visit, boolean reachable) implements TemplateInstance {}

    record Ask(Visit visit, AskForm form, AskedMost most, List<Department> departments) implements TemplateInstance {}

    @Inject
    Visits visits;

    @Inject
    CurrentKnowledge knowledge;

    @Inject
    AskedLately lately;

    @Inject
    Intake intake;

    @Inject
    Devices devices;

    @Inject
    Threshold threshold;

    @Inject
    Quarantine quarantine;

    @Inject
    Peril peril;

    @GET
    public Uni<Response> ask(@RestQuery String school) {
        return page(200, visits.now(), AskForm.blank(schools(), "").from(school));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> send(
            @RestForm String text,
            @RestForm String name,
            @RestForm String email,
            @RestForm String phone,
            @RestForm String school,
            @RestForm String topic,
            @RestForm String role,
            @RestForm String nonce,
            @RestForm String website,
            @RestForm String proof) {
        var visit = visits.now();
        var language = visit.chosen() ? visit.language() : "";
        var question = new Question(text, name, email, phone, school, topic, language, role);
        var form = new AskForm("/", question, nonce, schools(), Map.of(), null);
        var faults = question.faults(rules());
        if (!faults.isEmpty()) return page(422, visit, form.withFaults(faults, visit.texts()));
        var externalId = Nonce.externalId(nonce, question.text());
        var suspicion = threshold.suspicion(question.text(), nonce, website, proof);
        var taken = suspicion.isPresent()
                ? peril.in(question.text())
                        .chain(calls -> calls
                                ? receive(question, externalId)
                                : hold(externalId, suspicion.get(), question, visit))
                : receive(question, externalId);
        return taken.onFailure().recoverWithUni(failure -> {
            Log.error("A question could not be taken; the family was told to try again", failure);
            return page(
                    503,
                    visit,
                    form.withFailure(visit.texts().failed(visit.district().phone())));
        });
    }

    private Uni<Response> receive(Question question, String externalId) {
        return intake.receive(question.inbound(externalId)).map(receipt -> opened(receipt.token()));
    }

    /** Held for a person to look at; whoever is no robot is told so. */
    private Uni<Response> hold(String externalId, Because because, Question question, Visit visit) {
        var reachable = !question.email().isEmpty() || !question.phone().isEmpty();
        return quarantine
                .hold(externalId, threshold.visitor(), because, question)
                .chain(() -> Html.page(202, new Held(visit, reachable), visit));
    }

    /** The browser that asked is trusted with what it asked. */
    private Response opened(String token) {
        return Response.fromResponse(Html.seeOther("/cases/" + token + "?done=sent"))
                .cookie(devices.trust(token))
                .build();
    }

    private Uni<Response> page(int status, Visit visit, AskForm form) {
        var departments = List.copyOf(rules().departments().values());
        return lately.topics("")
                .map(topics -> AskedMost.of(topics, knowledge.now()))
                .chain(most -> Html.page(status, new Ask(visit, form, most, departments), visit));
    }

    private List<School> schools() {
        return List.copyOf(rules().schools().values());
    }

    private RoutingRules rules() {
        return knowledge.now().rules();
    }
}
