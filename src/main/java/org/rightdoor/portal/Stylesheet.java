package org.rightdoor.portal;

import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateGlobal;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.routing.Look;

/**
 * All style in one answer that browsers keep: Pico in the lowest layer, so that every rule of ours wins over it, then
 * one file a component, then the district's colour. The address holds a fingerprint and changes with the content.
 */
@Path("/style")
class Stylesheet {

    private static final String PICO = "META-INF/resources/webjars/picocss__pico/2.1.1/css/pico.min.css";

    private static final List<String> OURS = List.of(
            "tokens",
            "base",
            "layout",
            "button",
            "form",
            "card",
            "conversation",
            "badge",
            "notice",
            "table",
            "inbox",
            "case",
            "verbs",
            "call",
            "reply",
            "calendar",
            "records",
            "insight",
            "command",
            "answers",
            "settings",
            "portal",
            "login");

    private static final String CSS = "@layer pico, tokens, base, components, pages;\n@layer pico {"
            + Resource.text(PICO).replaceFirst("@charset \"[^\"]*\";", "")
            + "}\n"
            + OURS.stream()
                    .map(name -> Resource.text("META-INF/resources/css/" + name + ".css"))
                    .collect(Collectors.joining("\n"));

    private record Sheet(Look look, String css, String path) {

        static Sheet of(Look look) {
            var css = CSS + "\n" + Palette.css(look);
            return new Sheet(look, css, "/style/" + Resource.fingerprint(css) + ".css");
        }
    }

    private volatile Sheet sheet;

    @Inject
    CurrentKnowledge knowledge;

    /** Where the pages find it. */
    @TemplateGlobal
    static String stylesheet() {
        return Arc.container().instance(Stylesheet.class).get().now().path();
    }

    @GET
    @Path("/{fingerprint}.css")
    @Produces("text/css; charset=UTF-8")
    public Response css(String fingerprint) {
        return Response.ok(now().css())
                .header(HttpHeaders.CACHE_CONTROL, Resource.KEPT_FOR_GOOD)
                .build();
    }

    Sheet now() {
        var look = knowledge.now().rules().district().look();
        var current = sheet;
        if (current == null || !current.look().equals(look)) {
            current = Sheet.of(look);
            sheet = current;
        }
        return current;
    }
}
