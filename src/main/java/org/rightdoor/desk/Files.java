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
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.inquiry.Attachment;
import org.rightdoor.inquiry.CaseFiles;
import org.rightdoor.inquiry.FilesAreScanned;
import org.rightdoor.people.May;
import org.rightdoor.portal.Download;

/** Hands out what came with a message; whatever a stranger sent, it is saved and never shown or run on this site. */
@Path("/desk/inquiries/{number}/files/{id}")
@RolesAllowed(May.READ)
@Cancellable(false)
class Files {

    @Inject
    Seats seats;

    @Inject
    Access access;

    @Inject
    CaseFiles caseFiles;

    @Inject
    FilesAreScanned scanner;

    @GET
    public Uni<Response> file(@RestPath long number, @RestPath long id) {
        return access.mayWork(number, seats.now())
                .chain(mayWork -> caseFiles.attachment(number, id))
                .map(file -> download(file, scanner.configured()));
    }

    private static Response download(Attachment file, boolean scanned) {
        if (file == null) throw new NotFoundException();
        var withheld = file.withheld(scanned);
        if (withheld != null) {
            return Response.status(Response.Status.FORBIDDEN)
                    .type(MediaType.TEXT_PLAIN_TYPE.withCharset("utf-8"))
                    .entity(withheld)
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build();
        }
        return Download.of(file);
    }
}
