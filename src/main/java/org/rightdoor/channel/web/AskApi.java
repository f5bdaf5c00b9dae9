package org.rightdoor.channel.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.Config;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.channel.web.Crowd.Press;
import org.rightdoor.channel.web.Problem.FieldError;
import org.rightdoor.inquiry.Contact;
import org.rightdoor.inquiry.Inquiries;
import org.rightdoor.intake.Inbound;
import org.rightdoor.intake.Intake;
import org.rightdoor.intake.Peril;
import org.rightdoor.intake.Receipt;
import org.rightdoor.people.May;

/** A family's question as JSON, from a program that speaks for it. */
@Path("/api/inquiries")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
@Tag(name = "Families")
class AskApi {

    private static final int LONGEST_KEY = 200;
    private static final int TOO_MANY = 429;
    private static final int A_MINUTE = 60;

    /**
     * Where the question went, {@code also} naming another department that has a part of it; {@code answer} is there when an
     * approved answer could be given at once. {@code notice} is for whoever asks: that nobody watches around the clock, and
     * whom to call.
     */
    record Asked(
            long number,
            String department,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> also,
            String topic,
            double confidence,
            List<String> because,
            @JsonInclude(JsonInclude.Include.NON_NULL) String answer,
            String notice,
            URI statusUrl) {}

    @Inject
    Config config;

    @Inject
    Crowd crowd;

    @Inject
    CurrentVertxRequest request;

    @Inject
    CurrentIdentityAssociation identity;

    @Inject
    CurrentKnowledge knowledge;

    @Inject
    Intake intake;

    @Inject
    Inquiries inquiries;

    @Inject
    Peril peril;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Ask a question",
            description = "Only text is required. The same Idempotency-Key with the same text is one contact.")
    @APIResponse(responseCode = "201", description = "Stored and routed")
    @APIResponse(responseCode = "429", description = "Too many at once without a key; nothing was stored")
    @APIResponse(responseCode = "422", description = "Fields at fault, as problem JSON; nothing was stored")
    public Uni<Response> ask(Question question, @HeaderParam("Idempotency-Key") String key) {
        if (question == null) return problem(Problem.of(400, "Send a JSON object with at least a text."));
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            return problem(Problem.of(400, "An Idempotency-Key has 1 to " + LONGEST_KEY + " characters."));
        }
        var faults = question.faults(knowledge.now().rules());
        if (!faults.isEmpty()) {
            return problem(Problem.of(faults.entrySet().stream()
                    .map(fault -> new FieldError(fault.getKey(), sentence(fault.getValue())))
                    .toList()));
        }
        return isOneTooMany(question.text()).chain(tooMany -> tooMany ? wait(A_MINUTE) : receive(question, key));
    }

    private Uni<Response> receive(Question question, String key) {
        var message = question.inbound("key:" + (key == null ? UUID.randomUUID() : key));
        return intake.receive(message)
                .chain(receipt -> receipt.duplicate()
                        ? again(message, receipt, question.language())
                        : created(receipt, question.language()));
    }

    // Whoever guesses a key must not be handed the secret link of what another sent under it.
    private Uni<Response> again(Inbound message, Receipt receipt, String language) {
        return inquiries
                .held(message.channel(), message.externalId())
                .chain(held -> isSame(held, message)
                        ? created(receipt, language)
                        : problem(Problem.of(
                                Problem.UNPROCESSABLE, "This Idempotency-Key was used for another question.")));
    }

    private static boolean isSame(Contact held, Inbound message) {
        var sender = message.sender();
        return held.text.equals(message.text())
                && Objects.equals(held.address, sender.email() != null ? sender.email() : sender.phone());
    }

    private Uni<Response> created(Receipt receipt, String language) {
        var link = URI.create(config.publicUrl() + "/cases/" + receipt.token());
        var asked = new Asked(
                receipt.number(),
                receipt.department(),
                receipt.also(),
                receipt.topic(),
                receipt.confidence(),
                receipt.because(),
                receipt.answer(),
                knowledge.now().rules().district().emergency().in(language.isEmpty() ? "en" : language),
                link);
        return Uni.createFrom().item(Response.created(link).entity(asked).build());
    }

    // Who has a key is asked for it only where it matters.
    private Uni<Boolean> isOneTooMany(String text) {
        var address = request.getCurrent().request().remoteAddress().hostAddress();
        var pressing = crowd.from(address) != Press.NONE | crowd.saying(text) != Press.NONE;
        if (!pressing) return Uni.createFrom().item(false);
        return identity.getDeferredIdentity()
                .chain(asking -> asking.hasRole(May.ASK)
                        ? Uni.createFrom().item(false)
                        : peril.in(text).map(calls -> !calls));
    }

    private static Uni<Response> wait(int seconds) {
        var problem = Problem.of(
                TOO_MANY, "Too many questions at once without a key; nothing was stored. Try again in a minute.");
        return Uni.createFrom()
                .item(Response.fromResponse(problem.response())
                        .header(HttpHeaders.RETRY_AFTER, seconds)
                        .build());
    }

    private static Uni<Response> problem(Problem problem) {
        return Uni.createFrom().item(problem.response());
    }

    private static String sentence(Question.Fault fault) {
        return switch (fault) {
            case EMPTY -> "Say what it is about.";
            case TOO_LONG -> "At most " + Question.LONGEST_TEXT + " characters.";
            case NAME_TOO_LONG -> "At most 200 characters.";
            case NOT_AN_EMAIL -> "Not an e-mail address.";
            case NOT_A_PHONE -> "Not a telephone number.";
            case UNKNOWN_SCHOOL -> "No school has this key.";
            case UNKNOWN_TOPIC -> "No topic has this key.";
            case UNKNOWN_ROLE -> "A role is parent, student, staff or community.";
            case UNKNOWN_LANGUAGE -> "A language is a two-letter code (ISO 639-1).";
        };
    }
}
