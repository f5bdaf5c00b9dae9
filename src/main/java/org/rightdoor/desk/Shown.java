package org.rightdoor.desk;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.inquiry.Attachment;
import org.rightdoor.inquiry.CaseFiles;
import org.rightdoor.inquiry.FilesAreScanned;
import org.rightdoor.people.May;

/** Shows what is a picture and plays what is sound by its content, whatever it is called; all else is a file to save. */
@Path("/desk/inquiries/{number}/files/{id}/shown")
@RolesAllowed(May.READ)
@Cancellable(false)
class Shown {

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,9})-(\\d{0,9})");

    @Inject
    Seats seats;

    @Inject
    Access access;

    @Inject
    CaseFiles caseFiles;

    @Inject
    FilesAreScanned scanner;

    @GET
    public Uni<Response> show(@RestPath long number, @RestPath long id, @HeaderParam("Range") String range) {
        return access.mayWork(number, seats.now())
                .chain(mayWork -> caseFiles.attachment(number, id))
                .map(file -> shown(file, scanner.configured(), range));
    }

    private static Response shown(Attachment file, boolean scanned, String range) {
        if (file == null || !file.isShown() || file.withheld(scanned) != null) throw new NotFoundException();
        return part(file.content, range)
                .type(file.mediaType)
                .header("X-Content-Type-Options", "nosniff")
                .header("Accept-Ranges", "bytes")
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    // Safari plays only what it may ask for piece by piece (RFC 9110 section 14).
    private static Response.ResponseBuilder part(byte[] content, String range) {
        var asked = RANGE.matcher(range == null ? "" : range);
        if (!asked.matches() || Long.parseLong(asked.group(1)) >= content.length) return Response.ok(content);
        var from = Integer.parseInt(asked.group(1));
        var last = asked.group(2).isEmpty()
                ? content.length - 1
                : Math.min(content.length - 1, Integer.parseInt(asked.group(2)));
        if (last < from) return Response.ok(content);
        return Response.status(Response.Status.PARTIAL_CONTENT)
                .header("Content-Range", "bytes " + from + "-" + last + "/" + content.length)
                .entity(Arrays.copyOfRange(content, from, last + 1));
    }
}
