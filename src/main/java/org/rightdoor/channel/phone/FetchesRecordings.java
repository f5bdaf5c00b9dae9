package org.rightdoor.channel.phone;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.rightdoor.Config;
import org.rightdoor.Database;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.inquiry.Inquiries;

/** Brings recordings into their cases, and makes cases of those that a crash left behind. */
@ApplicationScoped
class FetchesRecordings {

    /** With the pauses between them, over half an hour. */
    static final int MOST_ATTEMPTS = 8;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);

    @Inject
    Config config;

    @Inject
    Vertx vertx;

    @Inject
    Voicemails voicemails;

    @Inject
    AnsweringMachine machine;

    @Inject
    Inquiries inquiries;

    @Scheduled(every = "2s", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = Database.NotReady.class)
    Uni<Void> fetchWhatIsDue() {
        if (!config.twilio().configured()) return Uni.createFrom().voidItem();
        return Multi.createBy()
                .repeating()
                .uni(() -> voicemails.claim().call(this::bring).map(claimed -> claimed != null))
                .whilst(found -> found)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> bring(Voicemail claimed) {
        if (claimed == null) return Uni.createFrom().voidItem();
        return machine.receive(claimed).chain(this::fetch);
    }

    private Uni<Void> fetch(Voicemail voicemail) {
        var download = new RecordingDownload(config.twilio());
        return vertx.executeBlocking(() -> download.fetch(voicemail.recordingSid()), false)
                .chain(sound -> voicemails.store(voicemail, sound))
                .onFailure()
                .recoverWithUni(failure -> later(voicemail, failure));
    }

    private Uni<Void> later(Voicemail voicemail, Throwable failure) {
        var why = failure.getMessage() == null ? "Twilio cannot be reached." : failure.getMessage();
        Log.warnf("Recording %s, attempt %d: %s", voicemail.recordingSid(), voicemail.attempts(), failure);
        var forGood = failure instanceof RecordingDownload.Refused || voicemail.attempts() >= MOST_ATTEMPTS;
        return forGood
                ? inquiries
                        .held(Channel.PHONE, voicemail.recordingSid())
                        .chain(contact -> voicemails.giveUp(voicemail, contact.inquiryNumber, why))
                : voicemails.tryAgain(voicemail, why, FIRST_PAUSE.multipliedBy(1L << (voicemail.attempts() - 1)));
    }
}
