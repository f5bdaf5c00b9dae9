package org.rightdoor.portal;

import io.quarkus.qute.TemplateGlobal;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * All style in one answer that browsers keep: Pico in the lowest layer, so that every rule of ours wins over it, then
 * one file a component. The address holds a fingerprint and changes with the content.
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
            "call",
            "portal");

    private static final String CSS = "@layer pico, tokens, base, components, pages;\n@layer pico {"
            + read(PICO).replaceFirst("@charset \"[^\"]*\";", "")
            + "}\n"
            + OURS.stream()
                    .map(name -> read("META-INF/resources/css/" + name + ".css"))
                    .collect(Collectors.joining("\n"));

    private static final String PATH = "/style/" + Integer.toHexString(CSS.hashCode()) + ".css";

    private static final int A_YEAR = 365 * 24 * 60 * 60;

    /** Where the pages find it. */
    @TemplateGlobal
    static String stylesheet() {
        return PATH;
    }

    @GET
    @Path("/{fingerprint}.css")
    @Produces("text/css; charset=UTF-8")
    public Response css(String fingerprint) {
        return Response.ok(CSS)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=" + A_YEAR + ", immutable")
                .build();
    }

    private static String read(String resource) {
        try (var in = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            if (in == null) throw new IllegalStateException(resource + " is missing from the build");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
