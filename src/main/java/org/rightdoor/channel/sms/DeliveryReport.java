package org.rightdoor.channel.sms;

/**
 * How far one of our texts has come (https://www.twilio.com/docs/messaging/api/message-resource#message-status-values).
 *
 * @param why in words for staff, when it is lost
 */
record DeliveryReport(String sid, Outcome outcome, String why) {

    enum Outcome {
        ON_ITS_WAY,
        ARRIVED,
        LOST
    }

    static DeliveryReport of(TwilioForm form) {
        var sid = form.get("MessageSid");
        var status = form.get("MessageStatus");
        if (sid == null || status == null) return new DeliveryReport(sid, Outcome.ON_ITS_WAY, null);
        return switch (status) {
            case "delivered", "read" -> new DeliveryReport(sid, Outcome.ARRIVED, null);
            case "undelivered", "failed", "canceled" ->
                new DeliveryReport(sid, Outcome.LOST, TwilioErrors.inWords(form.get("ErrorCode")));
            default -> new DeliveryReport(sid, Outcome.ON_ITS_WAY, null);
        };
    }
}
