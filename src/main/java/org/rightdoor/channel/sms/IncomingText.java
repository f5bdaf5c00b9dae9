package org.rightdoor.channel.sms;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.intake.Inbound;
import org.rightdoor.intake.Reference;
import org.rightdoor.people.Address;
import org.rightdoor.people.Sender;

/** Reads what Twilio says about a text message that came in (https://www.twilio.com/docs/messaging/guides/webhook-request). */
final class IncomingText {

    private static final Pattern CASE_LINK = Pattern.compile("/cases/([A-Za-z0-9_-]{16,64})");
    private static final Pattern CASE_NUMBER =
            Pattern.compile("(?i)\\b(?:case|caso)\\s*(?:#|no\\.?|n[uú]mero|number)?\\s*(\\d{4,9})\\b");

    private IncomingText() {}

    /** @throws IllegalArgumentException when the message has no name of its own, so that it could not be told from the next */
    static Inbound of(TwilioForm form) {
        var sid = form.get("MessageSid");
        if (sid == null) throw new IllegalArgumentException("MessageSid is missing.");
        var body = form.get("Body") == null ? "" : form.get("Body");
        return new Inbound(
                Channel.SMS,
                sid,
                sender(form.get("From")),
                null,
                withMedia(body, form),
                List.of(),
                referenceIn(body),
                null,
                null,
                answeredByTwilio(body, form),
                Instant.now());
    }

    // A short code or a name in place of a number is kept as it came: staff can see it, though not answer it.
    private static Sender sender(String from) {
        return from == null
                ? Sender.ANONYMOUS
                : Sender.withPhone(Address.phone(from).orElse(from));
    }

    private static String withMedia(String body, TwilioForm form) {
        var text = new StringBuilder(body);
        String address;
        for (var i = 0; (address = form.get("MediaUrl" + i)) != null; i++) {
            text.append("\n[")
                    .append(kind(form.get("MediaContentType" + i)))
                    .append(": ")
                    .append(address)
                    .append("]");
        }
        return text.toString();
    }

    private static String kind(String mediaType) {
        return mediaType == null || mediaType.startsWith("image/") ? "picture" : mediaType;
    }

    private static Reference referenceIn(String body) {
        var link = CASE_LINK.matcher(body);
        if (link.find()) return Reference.toLink(link.group(1));
        var number = CASE_NUMBER.matcher(body);
        return number.find() ? new Reference(null, List.of(), Long.valueOf(number.group(1))) : Reference.NONE;
    }

    // OptOutType is there when the account has its own keywords, in any language ("advanced opt-out").
    private static boolean answeredByTwilio(String body, TwilioForm form) {
        return form.get("OptOutType") != null || Keywords.wish(body) != Keywords.Wish.NONE;
    }
}
