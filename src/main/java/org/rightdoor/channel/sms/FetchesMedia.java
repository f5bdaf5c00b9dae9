package org.rightdoor.channel.sms;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import org.rightdoor.Config;
import org.rightdoor.Database;
import org.rightdoor.channel.sms.AwaitedMedia.Claimed;
import org.rightdoor.inquiry.Attachment;

/** Brings the pictures of text messages into their cases. */
@ApplicationScoped
class FetchesMedia {

    /** With the pauses between them, over half an hour. */
    static final int MOST_ATTEMPTS = 8;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);

    @Inject
    Config config;

    @Inject
    AwaitedMedia awaited;

    @Inject
    Vertx vertx;

    private volatile MediaDownload download;

    @Scheduled(every = "2s", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = Database.NotReady.class)
    Uni<Void> fetchWhatIsDue() {
        if (!config.twilio().configured()) return Uni.createFrom().voidItem();
        return Multi.createBy()
                .repeating()
                .uni(() -> awaited.claim().call(this::fetch).map(claimed -> claimed != null))
                .whilst(found -> found)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> fetch(Claimed file) {
        if (file == null) return Uni.createFrom().voidItem();
        return vertx.<Attachment>executeBlocking(() -> download().fetch(file.address(), name(file)), false)
                .chain(attachment -> awaited.store(file, attachment))
                .onFailure(MediaDownload.Refused.class)
                .recoverWithUni(refused -> awaited.giveUp(file, refused.getMessage()))
                .onFailure(IOException.class)
                .recoverWithUni(failure -> later(file, failure));
    }

    private Uni<Void> later(Claimed file, Throwable failure) {
        Log.warnf("File %d of a text could not be fetched, attempt %d: %s", file.id(), file.attempts(), failure);
        var why = failure.getMessage() == null ? "Twilio cannot be reached." : failure.getMessage();
        return file.attempts() >= MOST_ATTEMPTS
                ? awaited.giveUp(file, why)
                : awaited.tryAgain(file, why, FIRST_PAUSE.multipliedBy(1L << (file.attempts() - 1)));
    }

    private MediaDownload download() {
        if (download == null) download = new MediaDownload(config.twilio());
        return download;
    }

    private static String name(Claimed file) {
        return "text-" + (file.position() + 1);
    }
}
