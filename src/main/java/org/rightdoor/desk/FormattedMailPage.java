package org.rightdoor.desk;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.inquiry.CaseFiles;
import org.rightdoor.inquiry.Letter;
import org.rightdoor.people.May;

/** A mail as its sender formatted it, in a page that can run and load nothing. */
@Path("/desk/inquiries/{number}/letters/{contact}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(May.READ)
@Cancellable(false)
class FormattedMailPage {

    private static final String POLICY = "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none';"
            + " style-src 'unsafe-inline'; frame-ancestors 'none'";

    private static final String PAGE =
            """
            <!doctype html>
            <html lang="und"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <meta name="color-scheme" content="light dark"><title>A mail as it was formatted</title>
            <style>body { font-family: sans-serif; line-height: 1.5; max-width: 60rem; margin: 1rem auto; padding: 0 1rem;
            overflow-wrap: anywhere } table { border-collapse: collapse }</style></head>
            <body>%s</body></html>
            """;

    @Inject
    Seats seats;

    @Inject
    Access access;

    @Inject
    CaseFiles caseFiles;

    @GET
    public Uni<Response> show(@RestPath long number, @RestPath long contact) {
        return access.mayWork(number, seats.now())
                .chain(mayWork -> caseFiles.letter(number, contact))
                .map(FormattedMailPage::page);
    }

    private static Response page(Letter letter) {
        if (letter == null || letter.formatted == null) throw new NotFoundException();
        return Response.ok(PAGE.formatted(letter.formatted))
                .header("Content-Security-Policy", POLICY)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
