package org.rightdoor.reply;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jboss.logging.Logger;
import org.rightdoor.inquiry.Channel;

/**
 * What becomes of what leaves, by channel: {@code rightdoor_replies_total}. The category "rightdoor.road" logs a line for
 * each, without a word of it.
 */
@ApplicationScoped
class RepliesAreMeasured {

    enum Outcome {
        /** The channel has taken it. */
        SENT,
        /** Not just now; it is tried again. */
        POSTPONED,
        /** For good, or after the last try. */
        FAILED,
        /** Nobody knows yet whether it left; it is looked for. */
        UNSURE,
        /** The carrier says that it is there. */
        ARRIVED,
        /** The carrier says that it is not, or it came back. */
        LOST
    }

    private static final Logger ROAD = Logger.getLogger("rightdoor.road");

    private final Map<Channel, Map<Outcome, Counter>> counters = new EnumMap<>(Channel.class);

    @Inject
    RepliesAreMeasured(MeterRegistry meters) {
        for (var channel : Channel.values()) {
            var ofChannel = new EnumMap<Outcome, Counter>(Outcome.class);
            for (var outcome : Outcome.values()) ofChannel.put(outcome, counter(channel, outcome, meters));
            counters.put(channel, ofChannel);
        }
    }

    void measureFromTheStart(@Observes StartupEvent start) {}

    /** One attempt has been recorded. */
    void attempted(Outgoing message, Outcome outcome) {
        count(message.channel(), outcome);
        ROAD.infof(
                "Reply %d of case %d by %s: %s",
                message.replyId(),
                message.inquiryNumber(),
                message.channel(),
                outcome.name().toLowerCase(Locale.ROOT));
    }

    void count(Channel channel, Outcome outcome) {
        counters.get(channel).get(outcome).increment();
    }

    private static Counter counter(Channel channel, Outcome outcome, MeterRegistry meters) {
        return Counter.builder("rightdoor.replies")
                .description("Attempts to send, and what carriers report of them")
                .tag("channel", channel.name())
                .tag("outcome", outcome.name())
                .register(meters);
    }
}
