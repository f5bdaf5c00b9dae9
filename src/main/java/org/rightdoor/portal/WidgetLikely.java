package org.rightdoor.portal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.answers.CurrentKnowledge;

/** What {@link LikelyPages} tells on our own pages, for the question box on another site's page; 204 where there is nothing. */
@Path("/widget/likely")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
class WidgetLikely {

    /** @param emergency what to do when it may not wait for a desk to open */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Told(String desk, String promise, String emergency, List<Ready> answers) {

        static Told of(Likely likely, Visit visit) {
            var texts = visit.texts();
            var desk = likely.desk();
            return new Told(
                    desk == null ? texts.likelyNobody() : texts.likelyDesk(desk.name()),
                    desk == null ? null : desk.promise() + " · " + desk.open(),
                    likely.pressing() ? visit.emergency() : null,
                    likely.answers().stream()
                            .map(answer ->
                                    new Ready(answer.title(), answer.text().in(visit.language())))
                            .toList());
        }
    }

    /** A question as a family would put it, and the approved answer. */
    record Ready(String question, String text) {}

    @Inject
    CurrentKnowledge knowledge;

    @Inject
    TypedTexts typed;

    // A form, because for this alone a browser asks no leave beforehand.
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> likely(@RestForm String text, @RestForm String school, @RestForm String language) {
        var visit = visit(language);
        return typed.read(text, school, visit)
                .map(likely -> likely == null
                        ? Response.noContent().build()
                        : Response.ok(Told.of(likely, visit))
                                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                                .build());
    }

    private Visit visit(String language) {
        var rules = knowledge.now().rules();
        var district = rules.district();
        var spoken = district.languages().contains(language)
                ? language
                : district.languages().get(0);
        // On an English page people write in any language, and what they write tells better.
        var chosen = !spoken.equals("en");
        return new Visit(spoken, chosen, district, "/", rules.translations().isUnreviewed(spoken));
    }
}
