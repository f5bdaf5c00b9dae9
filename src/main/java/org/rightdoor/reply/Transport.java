package org.rightdoor.reply;

import org.rightdoor.inquiry.Channel;

/** Sends on one channel. Called on a worker thread, outside any transaction. */
public interface Transport {

    Channel channel();

    /**
     * Hands the message over within two minutes.
     *
     * @return the channel's own name for it, or null
     * @throws DeliveryFailed with words for staff
     */
    String send(Outgoing message) throws DeliveryFailed;
}
