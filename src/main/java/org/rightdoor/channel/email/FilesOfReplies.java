package org.rightdoor.channel.email;

import io.quarkus.vertx.VertxContextSupport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.inquiry.Attachment;
import org.rightdoor.inquiry.FilesAreScanned;
import org.rightdoor.reply.DeliveryFailed;

/** What staff send along. Blocking: it is for the thread that sends mail. */
@ApplicationScoped
class FilesOfReplies {

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    FilesAreScanned scanner;

    /** @throws DeliveryFailed while the virus scanner has not looked at them, and when it found something */
    List<Attachment> of(long replyId) throws DeliveryFailed {
        var files = files(replyId);
        for (var file : files) {
            var why = file.withheld(scanner.configured());
            if (why == null) continue;
            if (file.scan == Attachment.Scan.WAITING && scanner.configured()) throw DeliveryFailed.forNow(why, null);
            throw DeliveryFailed.forGood(why);
        }
        return files;
    }

    private List<Attachment> files(long replyId) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> sessions.withSession(session ->
                    session.createSelectionQuery("from Attachment where replyId = :reply order by id", Attachment.class)
                            .setParameter("reply", replyId)
                            .getResultList()));
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }
}
