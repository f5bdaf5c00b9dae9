package org.rightdoor.portal;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.routing.Spoken;

/** What a telephone shows when a family puts the portal on its home screen (W3C Web Application Manifest). */
@Path("/manifest.webmanifest")
class Manifest {

    private static final String PAPER = "#faf7f1";
    private static final String AN_HOUR = "public, max-age=3600";

    private static final List<Icon> ICONS = List.of(
            new Icon("/img/door-192.png", "192x192", "image/png", "any"),
            new Icon("/img/door-512.png", "512x512", "image/png", "any"),
            new Icon("/img/door-maskable-512.png", "512x512", "image/png", "maskable"),
            new Icon("/img/door.svg", "any", "image/svg+xml", "any"));

    record App(
            String id,
            String name,
            @JsonProperty("short_name") String shortName,
            String lang,
            String dir,
            @JsonProperty("start_url") String startUrl,
            String scope,
            String display,
            @JsonProperty("background_color") String backgroundColor,
            @JsonProperty("theme_color") String themeColor,
            List<Icon> icons) {}

    record Icon(String src, String sizes, String type, String purpose) {}

    @Inject
    CurrentKnowledge knowledge;

    // The language stands in the address, because browsers send no cookie with this.
    @GET
    @Produces("application/manifest+json")
    public Response manifest(@RestQuery String language) {
        var district = knowledge.now().rules().district();
        var languages = district.languages();
        var spoken = languages.contains(language) ? language : languages.get(0);
        var app = new App(
                "/",
                district.name().in(spoken),
                district.shortName(),
                spoken,
                Spoken.direction(spoken),
                "/",
                "/",
                "standalone",
                PAPER,
                PAPER,
                ICONS);
        return Response.ok(app).header(HttpHeaders.CACHE_CONTROL, AN_HOUR).build();
    }
}
