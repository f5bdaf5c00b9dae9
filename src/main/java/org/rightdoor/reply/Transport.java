package org.rightdoor.reply;

import java.time.Instant;
import org.rightdoor.inquiry.Channel;

/** Sends on one channel. Called on a worker thread, outside any transaction. */
public interface Transport {

    Channel channel();

    /**
     * Hands the message over within two minutes, or less where {@link Pace#answersWithin} says so.
     *
     * @return the channel's own name for it, or null
     * @throws DeliveryFailed with words for staff
     */
    String send(Outgoing message) throws DeliveryFailed;

    default Pace pace() {
        return Pace.FREE;
    }

    /**
     * Looks whether a message whose sender died had left.
     *
     * @param since when it was written
     * @throws DeliveryFailed when the channel cannot be asked just now
     */
    default Trace trace(Outgoing message, Instant since) throws DeliveryFailed {
        return Trace.UNKNOWN;
    }
}
