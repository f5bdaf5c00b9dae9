package org.rightdoor.reply;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.Database;
import org.rightdoor.inquiry.Channel;

/** Shows at /q/metrics how many replies wait to leave, and for how long: a carrier that fails is seen before families call. */
@ApplicationScoped
class QueueIsMeasured {

    private static final List<Channel> SENT_BY_US = List.of(Channel.SMS, Channel.EMAIL);

    private static final String WAITING =
            """
            select channel, count(*) as replies, extract(epoch from now() - min(created_at)) as seconds
            from reply where state = 'QUEUED' group by channel""";

    private record Waiting(long replies, double seconds) {
        static final Waiting NONE = new Waiting(0, 0);
    }

    private final Mutiny.SessionFactory sessions;
    private volatile Map<Channel, Waiting> waiting = Map.of();

    @Inject
    QueueIsMeasured(Mutiny.SessionFactory sessions, @All List<Transport> transports, MeterRegistry meters) {
        this.sessions = sessions;
        for (var transport : transports) {
            Gauge.builder(
                            "rightdoor.replies.resting",
                            transport,
                            channel -> channel.pace().resting() ? 1 : 0)
                    .description("1 in the quiet hours, in which replies wait on purpose")
                    .tag("channel", transport.channel().name())
                    .strongReference(true)
                    .register(meters);
        }
        for (var channel : SENT_BY_US) {
            gauge("rightdoor.replies.waiting", "Replies that have not left yet", channel, Waiting::replies, meters);
            gauge(
                    "rightdoor.replies.oldest.seconds",
                    "Age of the oldest of them, in seconds",
                    channel,
                    Waiting::seconds,
                    meters);
        }
    }

    /** Its meters are there from the start. */
    void measureFromTheStart(@Observes StartupEvent start) {}

    @Scheduled(every = "5s", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = Database.NotReady.class)
    Uni<Void> count() {
        return sessions.withSession(session -> session.createNativeQuery(WAITING, Tuple.class)
                .getResultList()
                .invoke(rows -> waiting = rows.stream()
                        .collect(Collectors.toMap(
                                QueueIsMeasured::channel,
                                row -> new Waiting(
                                        row.get("replies", Long.class),
                                        row.get("seconds", Number.class).doubleValue()))))
                .replaceWithVoid());
    }

    private void gauge(
            String name, String what, Channel channel, ToDoubleFunction<Waiting> value, MeterRegistry meters) {
        Gauge.builder(name, this, self -> value.applyAsDouble(self.waiting.getOrDefault(channel, Waiting.NONE)))
                .description(what)
                .tag("channel", channel.name())
                .strongReference(true)
                .register(meters);
    }

    private static Channel channel(Tuple row) {
        return Channel.valueOf(row.get("channel", String.class));
    }
}
