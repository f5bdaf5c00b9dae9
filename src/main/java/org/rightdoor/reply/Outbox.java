package org.rightdoor.reply;

import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.rightdoor.Database;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.inquiry.MessageMark;

/** The one road out: claim, commit, send, record. */
@ApplicationScoped
class Outbox {

    private static final String OPTED_OUT = "This number has opted out of texts; nothing was sent. Call the family.";

    @Inject
    ReplyQueue queue;

    @Inject
    Consents consents;

    @Inject
    RepliesAreMeasured measured;

    @Inject
    Vertx vertx;

    @Inject
    @All
    List<Transport> transports;

    @Inject
    Lane lane;

    // A lane for each channel: a carrier that is slow today holds up no mail.
    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = Database.NotReady.class)
    Uni<Void> sendTexts() {
        return sendWhatIsDue(Channel.SMS);
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = Database.NotReady.class)
    Uni<Void> sendMails() {
        return sendWhatIsDue(Channel.EMAIL);
    }

    @Scheduled(every = "5s", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = Database.NotReady.class)
    Uni<Void> traceTexts() {
        return traceWhatIsLost(Channel.SMS);
    }

    @Scheduled(every = "30s", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = Database.NotReady.class)
    Uni<Void> traceMails() {
        return traceWhatIsLost(Channel.EMAIL);
    }

    private Uni<Void> sendWhatIsDue(Channel channel) {
        return lane.empty(() -> queue.claim(channel, transport(channel).pace()), this::send);
    }

    private Uni<Void> traceWhatIsLost(Channel channel) {
        return lane.empty(() -> queue.claimLost(channel, transport(channel).pace()), this::trace);
    }

    private Uni<Void> send(Claimed claimed) {
        mark(claimed);
        return vertx.executeBlocking(() -> attempt(claimed), false).chain(outcome -> record(outcome, claimed));
    }

    private Uni<Void> trace(Claimed lost) {
        mark(lost);
        return vertx.executeBlocking(() -> look(lost), false)
                .chain(outcome -> outcome == null ? Uni.createFrom().voidItem() : record(outcome, lost));
    }

    private Uni<Void> record(Outcome outcome, Claimed claimed) {
        var message = claimed.message();
        return outcome.record(queue, consents, message)
                .invoke(() -> measured.attempted(message, outcome.measuredAs(message)));
    }

    private static void mark(Claimed claimed) {
        MessageMark.put(claimed.mark());
        MessageMark.putCase(claimed.message().inquiryNumber());
    }

    private Outcome attempt(Claimed claimed) {
        var message = claimed.message();
        if (!claimed.wanted()) return Outcome.failed(DeliveryFailed.forGood(OPTED_OUT));
        try {
            return Outcome.sent(transport(message.channel()).send(message));
        } catch (DeliveryFailed failure) {
            return Outcome.failed(failure);
        } catch (RuntimeException surprise) {
            Log.error("Reply " + message.replyId() + " could not be sent", surprise);
            return Outcome.failed(DeliveryFailed.forNow("An unexpected error; see the log.", surprise));
        }
    }

    /** Null when it has to be looked for again. */
    private Outcome look(Claimed lost) {
        var message = lost.message();
        try {
            var trace = transport(message.channel()).trace(message, lost.writtenAt());
            Log.warnf("Reply %d lost its sender; the channel says: %s", message.replyId(), trace.found());
            return Outcome.traced(trace);
        } catch (DeliveryFailed | RuntimeException failure) {
            Log.warnf("Reply %d lost its sender and could not be looked for: %s", message.replyId(), failure);
            return null;
        }
    }

    private Transport transport(Channel channel) {
        return transports.stream()
                .filter(transport -> transport.channel() == channel)
                .findFirst()
                .orElseThrow();
    }
}
