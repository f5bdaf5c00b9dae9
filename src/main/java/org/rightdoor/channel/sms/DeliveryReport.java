package org.rightdoor.channel.sms;

import org.rightdoor.inquiry.Channel;
import org.rightdoor.people.Address;
import org.rightdoor.reply.Deliveries.Sent;

/**
 * How far one of our texts has come (https://www.twilio.com/docs/messaging/api/message-resource#message-status-values).
 *
 * @param sent which one it is
 * @param to the number it went to, or null
 * @param why in words for staff, when it is lost
 * @param optedOut true when it is lost because the family had opted out at Twilio
 */
record DeliveryReport(Sent sent, String to, Outcome outcome, String why, boolean optedOut) {

    /** Name of the parameter that we put on the address Twilio reports to, so that a report finds its reply. */
    static final String REPLY = "reply";

    enum Outcome {
        ON_ITS_WAY,
        ARRIVED,
        LOST
    }

    /** @param replyId as it stood on the address that Twilio called, or null */
    static DeliveryReport of(TwilioForm form, Long replyId) {
        var sent = new Sent(Channel.SMS, replyId == null ? -1 : replyId, form.get("MessageSid"));
        var to = Address.phone(form.get("To")).orElse(null);
        var status = form.get("MessageStatus");
        var code = form.get("ErrorCode");
        return switch (status == null ? "" : status) {
            case "delivered", "read" -> new DeliveryReport(sent, to, Outcome.ARRIVED, null, false);
            case "undelivered", "failed", "canceled" ->
                new DeliveryReport(sent, to, Outcome.LOST, TwilioErrors.inWords(code), TwilioErrors.isOptOut(code));
            default -> new DeliveryReport(sent, to, Outcome.ON_ITS_WAY, null, false);
        };
    }

    /** False when it does not say which text it is about. */
    boolean namesOne() {
        return sent.externalId() != null;
    }
}
