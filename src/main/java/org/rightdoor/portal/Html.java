package org.rightdoor.portal;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A page as an answer over HTTP. */
public final class Html {

    private Html() {}

    static Uni<Response> page(int status, TemplateInstance page, Visit visit) {
        return page(status, page.setLocale(visit.language()));
    }

    /** The page, in English unless it has been given another locale. */
    public static Uni<Response> page(int status, TemplateInstance page) {
        return page.createUni().map(html -> Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header(HttpHeaders.CACHE_CONTROL, "no-cache, private")
                .header(HttpHeaders.VARY, "Accept-Language, Cookie")
                .entity(html)
                .build());
    }

    /**
     * For what only the holder of a secret may see: kept by nobody, found by no search engine. Other sites are told
     * nothing by the referrer policy of all pages; "no-referrer" would make browsers post forms with an origin of "null",
     * which is refused as foreign.
     */
    public static Uni<Response> secret(Uni<Response> page) {
        return page.map(response -> Response.fromResponse(response)
                .header(HttpHeaders.CACHE_CONTROL, null)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Robots-Tag", "noindex, nofollow")
                .build());
    }

    /** A text as part of an address. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Sends the browser on after a form, so that reloading the next page sends nothing twice. */
    public static Response seeOther(String path) {
        return Response.seeOther(URI.create(path)).build();
    }
}
