package org.rightdoor.channel.email;

import java.time.Instant;

/**
 * A message as it was transferred (RFC 5322).
 *
 * @param receivedAt when it reached the mailbox or the webhook; the Date header is the sender's to invent
 * @param complete false when it was too large and only its beginning is here
 */
record RawMail(byte[] bytes, Instant receivedAt, boolean complete) {

    /** In bytes; mail servers rarely take more than 25 MB, and base64 makes a third of what is shown as size. */
    static final int LARGEST = 30 * 1024 * 1024;
}
