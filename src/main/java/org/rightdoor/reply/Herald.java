package org.rightdoor.reply;

import org.rightdoor.inquiry.Channel;

/** Hands a short message to a member of staff. Called on a worker thread, outside any transaction. */
public interface Herald {

    Channel channel();

    /**
     * Hands it over within two minutes.
     *
     * @param address telephone number or e-mail address
     * @param subject for a mail only
     * @throws DeliveryFailed with words for staff
     */
    void tell(String address, String subject, String text) throws DeliveryFailed;
}
