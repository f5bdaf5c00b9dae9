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

/** Hands a family the files that staff sent in its case; only a browser that may read the whole case gets them. */
@Path("/cases/{token}/files/{id}")
@Cancellable(false)
class MyFiles {

    @Inject
    MyCases cases;

    @Inject
    CaseFiles caseFiles;

    @Inject
    FilesAreScanned scanner;

    @GET
    public Uni<Response> file(@RestPath String token, @RestPath long id) {
        return cases.find(token)
                .chain(mine -> mine == null || !mine.isMine()
                        ? Uni.createFrom().<Attachment>nullItem()
                        : mine.attachment(id, caseFiles))
                .map(this::download);
    }

    private Response download(Attachment file) {
        if (file == null || file.replyId == null || file.withheld(scanner.configured()) != null) {
            throw new NotFoundException();
        }
        return Download.of(file);
    }
}
