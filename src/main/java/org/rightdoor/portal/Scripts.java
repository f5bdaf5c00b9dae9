package org.rightdoor.portal;

import io.quarkus.qute.TemplateGlobal;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The small modules of the pages, at addresses that change with their content, so that browsers may keep them. */
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
                    "notices",
                    "stream")
            .collect(Collectors.toMap(
                    Function.identity(), name -> Resource.text("META-INF/resources/js/" + name + ".js")));

    // One fingerprint for all: a module finds what it imports beside itself, and as new as itself.
    private static final String ALL = Resource.fingerprint(String.join("", new TreeMap<>(SOURCES).values()));

    private static final Map<String, String> PATHS = SOURCES.keySet().stream()
            .collect(Collectors.toMap(Function.identity(), name -> "/script/" + ALL + "/" + name + ".js"));

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
