package org.rightdoor.portal;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a browser keeps of the portal for the time without a connection: the empty question box, and whom to call. */
@Path("/")
class OfflinePages {

    record Offline(Visit visit) implements TemplateInstance {}

    private static final String CODE = Resource.text("worker/worker.js");

    @Inject
    Visits visits;

    @GET
    @Path("offline")
    @Produces(MediaType.TEXT_HTML)
    public Uni<Response> offline() {
        // Served in the place of any page, it must not send anybody to itself.
        var visit = visits.now().at("/");
        return Html.page(200, new Offline(visit), visit);
    }

    /** Another release is another text, and so another worker with a store of its own. */
    @GET
    @Path("worker.js")
    @Produces("text/javascript; charset=UTF-8")
    public Response worker() {
        var files = Stream.concat(Stream.of(Stylesheet.stylesheet()), Scripts.scripts().values().stream())
                .sorted()
                .map(file -> '"' + file + '"')
                .collect(Collectors.joining(", "));
        return Response.ok("const FILES = [" + files + "];\n" + CODE)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }
}
