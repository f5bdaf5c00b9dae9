package org.rightdoor.reply;

import org.rightdoor.inquiry.Channel;

/** Where a reply goes: a channel and, unless it is the case's page, an address on it. */
public record Destination(Channel channel, String address) {

    public static final Destination CASE_PAGE = new Destination(Channel.WEB, null);

    /** The way back: the channel the family wrote from, and from a page by mail or text if an address was left. */
    public static Destination backTo(Channel channel, String email, String phone) {
        if (channel == Channel.SMS && phone != null) return new Destination(Channel.SMS, phone);
        if (email != null) return new Destination(Channel.EMAIL, email);
        if (phone != null) return new Destination(Channel.SMS, phone);
        return CASE_PAGE;
    }
}
