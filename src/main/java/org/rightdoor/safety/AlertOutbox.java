package org.rightdoor.safety;

import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.Config;
import org.rightdoor.Database;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.reply.DeliveryFailed;
import org.rightdoor.reply.Herald;
import org.rightdoor.reply.Lane;

/** Tells the people who are called: claim, commit, send, record. */
@ApplicationScoped
class AlertOutbox {

    // A claim that old has lost its sender: better told twice than never.
    private static final String NEXT =
            """
            update alert_notice set state = 'CLAIMED', claimed_at = clock_timestamp(), attempts = attempts + 1
            where id = (
                select n.id from alert_notice n
                where n.channel = :channel
                  and (n.state = 'QUEUED' and n.next_try_at <= now()
                       or n.state = 'CLAIMED' and n.claimed_at < now() - interval '3 minutes')
                order by n.next_try_at limit 1 for update of n skip locked)
            returning *""";

    private static final int MOST_ATTEMPTS = 20;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    Config config;

    @Inject
    CurrentKnowledge knowledge;

    @Inject
    Alerts alerts;

    @Inject
    Lane lane;

    @Inject
    Vertx vertx;

    @Inject
    @All
    List<Herald> heralds;

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = Database.NotReady.class)
    Uni<Void> sendTexts() {
        return sendWhatIsDue(Channel.SMS);
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = Database.NotReady.class)
    Uni<Void> sendMails() {
        return sendWhatIsDue(Channel.EMAIL);
    }

    private Uni<Void> sendWhatIsDue(Channel channel) {
        return lane.empty(() -> claim(channel), this::send);
    }

    private Uni<AlertNotice> claim(Channel channel) {
        return sessions.withTransaction(session -> session.createNativeQuery(NEXT, AlertNotice.class)
                .setParameter("channel", channel.name())
                .getSingleResultOrNull());
    }

    private Uni<Void> send(AlertNotice notice) {
        return sessions.withSession(session -> session.find(Alert.class, notice.alertId))
                .chain(alert -> vertx.executeBlocking(() -> attempt(notice, alert), false))
                .chain(failure -> record(notice, failure));
    }

    /** Null when it has left. */
    private DeliveryFailed attempt(AlertNotice notice, Alert alert) {
        try {
            var words = AlertWords.of(
                    alert,
                    alerts.title(alert.category),
                    knowledge.now().rules().district().shortName(),
                    config.publicUrl() + "/called/" + notice.token);
            herald(notice.channel).tell(notice.address, words.subject(), words.text());
            return null;
        } catch (DeliveryFailed failure) {
            return failure;
        } catch (RuntimeException surprise) {
            Log.error("Notice " + notice.id + " of an alert could not be sent", surprise);
            return DeliveryFailed.forNow("An unexpected error; see the log.", surprise);
        }
    }

    private Uni<Void> record(AlertNotice notice, DeliveryFailed failure) {
        return sessions.withTransaction(session -> session.find(AlertNotice.class, notice.id)
                .invoke(held -> {
                    var now = Instant.now();
                    held.error = failure == null ? null : failure.getMessage();
                    if (failure == null) {
                        held.state = AlertNotice.State.SENT;
                        held.sentAt = now;
                    } else if (failure.permanent() || held.attempts >= MOST_ATTEMPTS) {
                        held.state = AlertNotice.State.FAILED;
                    } else {
                        held.state = AlertNotice.State.QUEUED;
                        var pause = Duration.ofSeconds(5L * held.attempts);
                        held.nextTryAt = now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
                    }
                })
                .replaceWithVoid());
    }

    private Herald herald(Channel channel) {
        return heralds.stream()
                .filter(herald -> herald.channel() == channel)
                .findFirst()
                .orElseThrow();
    }
}
