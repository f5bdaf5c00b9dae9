package org.rightdoor.desk;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.inquiry.Attachment;
import org.rightdoor.inquiry.CaseFiles;
import org.rightdoor.people.Staff;

/** Hands out what came with a message; whatever a stranger sent, it is saved and never shown or run on this site. */
@Path("/desk/inquiries/{number}/files/{id}")
@RolesAllowed({Staff.ADMIN, Staff.AGENT})
@Cancellable(false)
class Files {

    @Inject
    Seats seats;

    @Inject
    Access access;

    @Inject
    CaseFiles caseFiles;

    @GET
    public Uni<Response> file(@RestPath long number, @RestPath long id) {
        return access.mayWork(number, seats.now())
                .chain(mayWork -> caseFiles.attachment(number, id))
                .map(Files::download);
    }

    private static Response download(Attachment file) {
        if (file == null) throw new NotFoundException();
        return Response.ok(file.content, MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(file.name))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** RFC 6266 section 4.3: the name in percent-encoded UTF-8, so that nothing in it can end the header. */
    static String disposition(String name) {
        var encoded = URLEncoder.encode(name == null || name.isBlank() ? "file" : name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename*=UTF-8''" + encoded;
    }
}
