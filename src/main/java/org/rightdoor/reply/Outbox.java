package org.rightdoor.reply;

import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Supplier;
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

    private volatile boolean leaving;

    /** What is being sent is still sent; the next one is for another replica, or for the next start. */
    void leave(@Observes ShutdownDelayInitiatedEvent leaves) {
        leaving = true;
    }

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

    /** One after another, each claimed only when its turn has come: a claim that grows old means a sender that died. */
    private Uni<Void> sendWhatIsDue(Channel channel) {
        return untilNull(() -> queue.claim(channel, transport(channel).pace()).call(this::send));
    }

    private Uni<Void> traceWhatIsLost(Channel channel) {
        return untilNull(
                () -> queue.claimLost(channel, transport(channel).pace()).call(this::trace));
    }

    private Uni<Void> send(Claimed claimed) {
        if (claimed == null) return Uni.createFrom().voidItem();
        mark(claimed);
        return vertx.executeBlocking(() -> attempt(claimed), false).chain(outcome -> record(outcome, claimed));
    }

    private Uni<Void> trace(Claimed lost) {
        if (lost == null) return Uni.createFrom().voidItem();
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

    private Uni<Void> untilNull(Supplier<Uni<Claimed>> next) {
        if (leaving) return Uni.createFrom().voidItem();
        return Multi.createBy()
                .repeating()
                .uni(() -> next.get().map(claimed -> claimed != null))
                .whilst(found -> found && !leaving)
                .onItem()
                .ignoreAsUni();
    }
}
