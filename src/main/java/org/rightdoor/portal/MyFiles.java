package org.rightdoor.portal;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.inquiry.Attachment;
import org.rightdoor.inquiry.CaseFiles;
import org.rightdoor.inquiry.FilesAreScanned;
import org.rightdoor.inquiry.Inquiries;

/** Hands a family the files that staff sent in its case; only the link to the whole case opens them. */
@Path("/cases/{token}/files/{id}")
@Cancellable(false)
class MyFiles {

    @Inject
    Inquiries inquiries;

    @Inject
    CaseFiles caseFiles;

    @Inject
    FilesAreScanned scanner;

    @GET
    public Uni<Response> file(@RestPath String token, @RestPath long id) {
        return inquiries
                .link(token)
                .chain(link -> link == null || !link.whole
                        ? Uni.createFrom().<Attachment>nullItem()
                        : caseFiles.attachment(link.inquiryNumber, id))
                .map(this::download);
    }

    private Response download(Attachment file) {
        if (file == null || file.replyId == null || file.withheld(scanner.configured()) != null) {
            throw new NotFoundException();
        }
        return Download.of(file);
    }
}
