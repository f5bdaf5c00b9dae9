package org.rightdoor.channel.sms;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.intake.Inbound;
import org.rightdoor.intake.Reference;
import org.rightdoor.people.Address;
import org.rightdoor.people.Sender;

/**
 * A text message that came in, as Twilio describes it (https://www.twilio.com/docs/messaging/guides/webhook-request).
 *
 * @param name unique to the message, the same when Twilio sends it again
 * @param from in E.164 form; a short code or a word as it came; null when it is hidden
 * @param optOutType what Twilio made of it where the account has keywords of its own: STOP, START, HELP, or null
 * @param at when it reached the district's number, as far as Twilio says
 */
record IncomingText(String name, String from, String body, List<Media> media, String optOutType, Instant at) {

    /** A file that came with it, see {@link MediaHosts}. */
    record Media(String address, String type) {}

    private static final Pattern CASE_LINK = Pattern.compile("/cases/([A-Za-z0-9_-]{16,64})");
    private static final Pattern CASE_NUMBER = Pattern.compile(
            "(?iu)(?:\\b(?:case|caso|dosye|hồ sơ)|案件|الحالة)\\s*(?:#|no\\.?|n[uú]mero|number|nimewo|số|رقم)?\\s*(\\d{4,9})\\b");

    /**
     * @param idempotencyToken Twilio's name for the delivery, which stays the same when it tries again; or null
     * @throws IllegalArgumentException when the message has no name of its own, so that it could not be told from the next
     */
    static IncomingText of(TwilioForm form, String idempotencyToken) {
        var sid = form.get("MessageSid");
        if (sid == null && (idempotencyToken == null || idempotencyToken.isBlank())) {
            throw new IllegalArgumentException("MessageSid is missing.");
        }
        var name = sid == null ? idempotencyToken : sid;
        var text = of(name, form.get("From"), form.get("Body"), media(form), Instant.now());
        return new IncomingText(text.name, text.from, text.body, text.media, form.get("OptOutType"), text.at);
    }

    /** One that Twilio lists; what it made of it is not said there. */
    static IncomingText of(String sid, String from, String body, List<Media> media, Instant at) {
        var number = from == null ? null : Address.phone(from).orElse(from);
        return new IncomingText(sid, number, body == null ? "" : body.replace("\0", ""), media, null, at);
    }

    /** @param automatic true when nobody needs to answer it */
    Inbound inbound(boolean automatic) {
        return new Inbound(
                Channel.SMS,
                name,
                from == null ? Sender.ANONYMOUS : Sender.withPhone(from),
                null,
                withMedia(),
                List.of(),
                referenceIn(body),
                null,
                null,
                automatic,
                at);
    }

    boolean hasNumber() {
        return from != null && from.startsWith("+");
    }

    Keywords.Wish wish() {
        if (optOutType == null) return Keywords.wish(body);
        return switch (optOutType) {
            case "STOP" -> Keywords.Wish.STOP;
            case "START" -> Keywords.Wish.START;
            case "HELP" -> Keywords.Wish.HELP;
            default -> Keywords.wish(body);
        };
    }

    /** True when Twilio has answered it and, after a stop, blocked the number. */
    boolean isHandledByTwilio() {
        return optOutType != null || Keywords.areTwiliosOwn(body);
    }

    private static List<Media> media(TwilioForm form) {
        var media = new ArrayList<Media>();
        String address;
        for (var i = 0; (address = form.get("MediaUrl" + i)) != null; i++) {
            media.add(new Media(address, form.get("MediaContentType" + i)));
        }
        return media;
    }

    // The files follow once they are fetched; until then the words say that there are some.
    private String withMedia() {
        var text = new StringBuilder(body);
        for (var file : media) text.append("\n[").append(kind(file.type())).append("]");
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
}
