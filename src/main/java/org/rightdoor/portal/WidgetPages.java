package org.rightdoor.portal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.Config;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.channel.web.Problem;
import org.rightdoor.channel.web.Question;
import org.rightdoor.intake.Intake;
import org.rightdoor.intake.Receipt;

/** The question box on other sites: its script, its words, what a question will meet, and taking one. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
class WidgetPages {

    private static final String SCRIPT = Resource.text("META-INF/resources/js/widget.js");

    /** Other sites name the script without a fingerprint: a new one is everywhere within the hour. */
    private static final String FOR_AN_HOUR = "public, max-age=3600";

    /** All that the box says. */
    record Words(
            String language,
            String direction,
            String style,
            String title,
            String question,
            String hint,
            String reachHint,
            String name,
            String email,
            String phone,
            String send,
            String emergency,
            String failed) {}

    /** What a question will meet, in sentences, the most important first. */
    record Meets(List<String> lines, List<Ready> answers, String open) {}

    record Ready(String question, String text, String link) {}

    /** @param link secret: it opens the case */
    record Taken(String thanks, List<String> lines, String link, String number) {}

    /** Why it was not taken, in words for the family. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Trouble(String trouble) {}

    @Inject
    Config config;

    @Inject
    Visits visits;

    @Inject
    CurrentKnowledge knowledge;

    @Inject
    TypedTexts typed;

    @Inject
    Intake intake;

    @GET
    @Path("/widget.js")
    @Produces("text/javascript; charset=UTF-8")
    public Response script() {
        return Response.ok(SCRIPT)
                .header(HttpHeaders.CACHE_CONTROL, FOR_AN_HOUR)
                // A page under COEP takes from elsewhere only what says so.
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .build();
    }

    @GET
    @Path("/widget/texts")
    public Words words() {
        var visit = visits.now();
        var texts = visit.texts();
        return new Words(
                visit.language(),
                visit.direction(),
                Palette.widget(visit.district().look()),
                texts.askTitle(),
                texts.askText(),
                texts.askTextHint(),
                texts.askReachHint(),
                texts.askName(),
                texts.askEmail(),
                texts.askPhone(),
                texts.askSend(),
                visit.emergency(),
                texts.failed(visit.district().phone()));
    }

    @POST
    @Path("/widget/likely")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> likely(@RestForm String text) {
        var visit = visits.now();
        return typed.read(text, null, visit)
                .map(likely -> likely == null ? Response.noContent().build() : unkept(200, meets(likely, visit)));
    }

    @POST
    @Path("/widget/questions")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> ask(
            @RestForm String text,
            @RestForm String name,
            @RestForm String email,
            @RestForm String phone,
            @RestForm String nonce) {
        var visit = visits.now();
        var language = visit.chosen() ? visit.language() : "";
        var question = new Question(text, name, email, phone, "", "", language);
        var faults = question.faults(knowledge.now().rules());
        if (!faults.isEmpty()) {
            var first = AskForm.sentence(faults.values().iterator().next(), visit.texts());
            return Uni.createFrom().item(unkept(Problem.UNPROCESSABLE, new Trouble(first)));
        }
        return intake.receive(question.inbound(Nonce.externalId(nonce, question.text())))
                .map(receipt -> unkept(201, taken(receipt, visit)))
                .onFailure()
                .recoverWithItem(failure -> {
                    Log.error("A question on another site could not be taken; the family was told so", failure);
                    return unkept(
                            503,
                            new Trouble(visit.texts().failed(visit.district().phone())));
                });
    }

    private Meets meets(Likely likely, Visit visit) {
        var lines = new ArrayList<String>();
        if (likely.pressing()) lines.add(visit.emergency());
        if (likely.desk() == null) {
            lines.add(visit.texts().likelyNobody());
        } else {
            lines.add(visit.texts().likelyDesk(likely.desk().name()));
            lines.add(likely.desk().promise() + " · " + likely.desk().open());
        }
        var answers = likely.answers().stream()
                .map(answer -> new Ready(
                        answer.title(), answer.text().in(visit.language()), address("/answers/" + answer.id(), visit)))
                .toList();
        return new Meets(lines, answers, visit.texts().likelyPage());
    }

    private Taken taken(Receipt receipt, Visit visit) {
        var department = knowledge.now().rules().departments().get(receipt.department());
        var goesTo = visit.texts().likelyDesk(department.name().in(visit.language()));
        var lines = Stream.of(goesTo, receipt.answer(), visit.texts().caseKeepLink())
                .filter(line -> line != null)
                .toList();
        return new Taken(
                visit.texts().caseSent(),
                lines,
                address("/cases/" + receipt.token(), visit),
                visit.texts().caseNumber(receipt.number()));
    }

    private String address(String path, Visit visit) {
        return config.publicUrl() + path + "?lang=" + visit.language();
    }

    private static Response unkept(int status, Object said) {
        return Response.status(status)
                .entity(said)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
