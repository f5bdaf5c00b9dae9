package org.rightdoor.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.routing.RoutingRules;

/**
 * The question box for pages of other sites: one script that holds its style and its words in every language, so that
 * a page loads it once and asks no more of us until somebody types.
 */
@Path("/widget.js")
@Singleton
class WidgetScript {

    private static final String CODE = Resource.text("widget/widget.js");
    private static final String STYLE = Resource.text("widget/widget.css");
    private static final String TEN_MINUTES = "public, max-age=600";

    @Inject
    CurrentKnowledge knowledge;

    @Inject
    ObjectMapper json;

    private volatile Written written = new Written(null, "");

    /** The script, and the rules whose names stand in it. */
    private record Written(RoutingRules rules, String script) {}

    private record Place(Map<String, WidgetWords> words) {}

    @GET
    @Produces("text/javascript; charset=UTF-8")
    public Response script(@Context Request request) throws JsonProcessingException {
        var script = script(knowledge.now().rules());
        var tag = new EntityTag(Resource.fingerprint(script));
        var answer = request.evaluatePreconditions(tag);
        return (answer == null ? Response.ok(script) : answer)
                .tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, TEN_MINUTES)
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .build();
    }

    private String script(RoutingRules rules) throws JsonProcessingException {
        var latest = written;
        if (latest.rules() != rules) {
            latest = new Written(rules, write(rules));
            written = latest;
        }
        return latest.script();
    }

    private String write(RoutingRules rules) throws JsonProcessingException {
        var words = new LinkedHashMap<String, WidgetWords>();
        rules.district().languages().forEach(language -> words.put(language, WidgetWords.in(language, rules)));
        return "(() => {\nconst district = " + json.writeValueAsString(new Place(words)) + ";\nconst css = "
                + json.writeValueAsString(
                        STYLE + Palette.widget(rules.district().look())) + ";\n" + CODE + "})();\n";
    }
}
