package org.rightdoor.reply;

import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.rightdoor.Database;
import org.rightdoor.inquiry.Channel;

/** The one road out: claim, commit, send, record. */
@ApplicationScoped
class Outbox {

    private static final int MOST_ATTEMPTS = 10;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    @Inject
    ReplyQueue queue;

    @Inject
    Vertx vertx;

    @Inject
    @All
    List<Transport> transports;

    // A lane for each channel: a carrier that is slow today holds up no mail.
    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = Database.NotReady.class)
    Uni<Void> sendTexts() {
        return sendWhatIsDue(Channel.SMS);
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = Database.NotReady.class)
    Uni<Void> sendMails() {
        return sendWhatIsDue(Channel.EMAIL);
    }

    @Scheduled(every = "30s", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = Database.NotReady.class)
    Uni<Void> giveUpOnLost() {
        return queue.giveUpOnLost()
                .invoke(lost -> {
                    if (lost > 0) Log.warnf("%d replies may not have arrived; their cases say so", lost);
                })
                .replaceWithVoid();
    }

    /** One after another, each claimed only when its turn has come: a claim that grows old means a sender that died. */
    private Uni<Void> sendWhatIsDue(Channel channel) {
        return Multi.createBy()
                .repeating()
                .uni(() -> sendNext(channel))
                .whilst(sent -> sent)
                .onItem()
                .ignoreAsUni();
    }

    /** False when nothing is due. */
    private Uni<Boolean> sendNext(Channel channel) {
        return queue.claim(channel)
                .chain(claimed -> claimed == null
                        ? Uni.createFrom().item(false)
                        : send(claimed).replaceWith(true));
    }

    private Uni<Void> send(Outgoing message) {
        return vertx.executeBlocking(() -> attempt(message), false).chain(outcome -> outcome.record(queue, message));
    }

    private Outcome attempt(Outgoing message) {
        try {
            return new Outcome(transport(message).send(message), null);
        } catch (DeliveryFailed failure) {
            return new Outcome(null, failure);
        } catch (RuntimeException surprise) {
            Log.error("Reply " + message.replyId() + " could not be sent", surprise);
            return new Outcome(null, DeliveryFailed.forNow("An unexpected error; see the log.", surprise));
        }
    }

    private Transport transport(Outgoing message) throws DeliveryFailed {
        return transports.stream()
                .filter(transport -> transport.channel() == message.channel())
                .findFirst()
                .orElseThrow(() -> DeliveryFailed.forGood("Nothing can be sent by " + message.channel() + "."));
    }

    /** What became of one attempt: the channel's name for the message, or the failure. */
    private record Outcome(String externalId, DeliveryFailed failure) {

        Uni<Void> record(ReplyQueue queue, Outgoing message) {
            if (failure == null) return queue.sent(message.replyId(), externalId);
            if (failure.permanent() || message.attempts() >= MOST_ATTEMPTS) {
                return queue.failed(message.replyId(), failure.getMessage());
            }
            return queue.tryAgain(message.replyId(), failure.getMessage(), pauseAfter(message.attempts()));
        }

        private static Duration pauseAfter(int attempts) {
            var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 10));
            return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
        }
    }
}
