package org.rightdoor.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.inquiry.MessageMark;

/**
 * How long it takes from a message to its case, by channel and what became of it: {@code rightdoor_intake_seconds}. The
 * category "rightdoor.road" logs a line for each, without a word of it.
 */
@ApplicationScoped
class IntakeIsMeasured {

    /** What becomes of a message; a failed one is with its sender still, who tries again. */
    enum Outcome {
        OPENED,
        JOINED,
        HELD_ALREADY,
        FAILED
    }

    private static final Logger ROAD = Logger.getLogger("rightdoor.road");

    private final Map<Channel, Map<Outcome, Timer>> times = new EnumMap<>(Channel.class);

    @Inject
    IntakeIsMeasured(MeterRegistry meters) {
        for (var channel : Channel.values()) {
            var ofChannel = new EnumMap<Outcome, Timer>(Outcome.class);
            for (var outcome : Outcome.values()) ofChannel.put(outcome, timer(channel, outcome, meters));
            times.put(channel, ofChannel);
        }
    }

    void measureFromTheStart(@Observes StartupEvent start) {}

    Uni<Receipt> taking(Inbound message, Supplier<Uni<Receipt>> work) {
        return Uni.createFrom().deferred(() -> {
            var since = System.nanoTime();
            MessageMark.put(MessageMark.of(message.channel(), message.externalId()));
            return work.get()
                    .invoke(receipt -> taken(message, receipt, since))
                    .onFailure()
                    .invoke(failure -> record(message, Outcome.FAILED, since));
        });
    }

    private void taken(Inbound message, Receipt receipt, long since) {
        var outcome = receipt.duplicate() ? Outcome.HELD_ALREADY : receipt.joined() ? Outcome.JOINED : Outcome.OPENED;
        record(message, outcome, since);
        MessageMark.putCase(receipt.number());
        ROAD.infof("%s taken: %s, case %d, %s", message.channel(), outcome, receipt.number(), receipt.department());
    }

    private void record(Inbound message, Outcome outcome, long since) {
        times.get(message.channel()).get(outcome).record(System.nanoTime() - since, TimeUnit.NANOSECONDS);
    }

    private static Timer timer(Channel channel, Outcome outcome, MeterRegistry meters) {
        return Timer.builder("rightdoor.intake")
                .description("From taking a message to having its case stored and routed")
                .tag("channel", channel.name())
                .tag("outcome", outcome.name())
                .serviceLevelObjectives(
                        Duration.ofMillis(50),
                        Duration.ofMillis(250),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(15))
                .register(meters);
    }
}
