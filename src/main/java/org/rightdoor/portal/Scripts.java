package org.rightdoor.portal;

import io.quarkus.qute.TemplateGlobal;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The small modules of the pages, each at an address that changes with its content, so that browsers may keep it. */
@Path("/script")
class Scripts {

    private static final Map<String, String> SOURCES = Stream.of(
                    "keep",
                    "ask",
                    "install",
                    "call",
                    "narrow",
                    "segments",
                    "work",
                    "inbox",
                    "mention",
                    "print",
                    "passkey",
                    "draft",
                    "advice",
                    "slash",
                    "files",
                    "translation",
                    "company",
                    "shortcuts",
                    "command",
                    "again",
                    "notices")
            .collect(Collectors.toMap(
                    Function.identity(), name -> Resource.text("META-INF/resources/js/" + name + ".js")));

    private static final Map<String, String> PATHS = SOURCES.entrySet().stream()
            .collect(Collectors.toMap(
                    Map.Entry::getKey,
                    source -> "/script/" + Resource.fingerprint(source.getValue()) + "/" + source.getKey() + ".js"));

    /** Where the pages find each of them, by name. */
    @TemplateGlobal
    static Map<String, String> scripts() {
        return PATHS;
    }

    @GET
    @Path("/{fingerprint}/{name}.js")
    @Produces("text/javascript; charset=UTF-8")
    public Response script(String fingerprint, String name) {
        var source = SOURCES.get(name);
        if (source == null) throw new NotFoundException();
        return Response.ok(source)
                .header(HttpHeaders.CACHE_CONTROL, Resource.KEPT_FOR_GOOD)
                .build();
    }
}
