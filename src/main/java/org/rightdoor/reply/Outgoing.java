package org.rightdoor.reply;

import org.rightdoor.inquiry.Channel;

/**
 * A claimed reply with all that a transport needs to send it.
 *
 * @param language two-letter code of what the family writes, or {@code und}
 * @param department key of the department that answers
 * @param token opens the whole case, see {@code /cases/{token}}
 * @param inReplyTo Message-ID of the family's latest mail in this case, or null
 * @param automatic true when no person wrote it (RFC 3834: such mail says so)
 */
public record Outgoing(
        long replyId,
        long inquiryNumber,
        Channel channel,
        String address,
        String subject,
        String text,
        String language,
        String department,
        String token,
        String inReplyTo,
        boolean automatic,
        int attempts) {}
