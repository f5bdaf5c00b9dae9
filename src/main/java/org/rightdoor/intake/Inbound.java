package org.rightdoor.intake;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.rightdoor.inquiry.Attachment;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.people.Sender;

/**
 * What a channel received, before anybody has read it.
 *
 * @param externalId the channel's own name for it; the same one twice is one contact
 * @param subject of a mail, or null
 * @param text in any state; control characters are taken out here because a database cannot keep them
 * @param reference what it says to belong to
 * @param school key of the school the person named, or null
 * @param topic key of the topic the person picked, or null
 * @param automatic true when no person wrote it: out of office, bounces, keywords that the carrier answers
 * @param writtenDown what staff say about it who took it; null where it came by itself
 */
public record Inbound(
        Channel channel,
        String externalId,
        Sender sender,
        String subject,
        String text,
        List<Attachment> attachments,
        Reference reference,
        String school,
        String topic,
        boolean automatic,
        Instant at,
        WrittenDown writtenDown) {

    public Inbound {
        Objects.requireNonNull(externalId, "a contact needs the channel's own name for it");
        text = printable(text == null ? "" : text).strip();
        subject = subject == null ? null : printable(subject).strip();
    }

    public Inbound(
            Channel channel,
            String externalId,
            Sender sender,
            String subject,
            String text,
            List<Attachment> attachments,
            Reference reference,
            String school,
            String topic,
            boolean automatic,
            Instant at) {
        this(channel, externalId, sender, subject, text, attachments, reference, school, topic, automatic, at, null);
    }

    public static Inbound of(Channel channel, String externalId, Sender sender, String text) {
        return new Inbound(
                channel, externalId, sender, null, text, List.of(), Reference.NONE, null, null, false, Instant.now());
    }

    public Inbound withReference(Reference to) {
        return new Inbound(
                channel, externalId, sender, subject, text, attachments, to, school, topic, automatic, at, writtenDown);
    }

    /** The address it came from; null from an anonymous page. */
    String address() {
        return switch (channel) {
            case SMS, PHONE -> sender.phone();
            case EMAIL -> sender.email();
            case WEB -> sender.email() != null ? sender.email() : sender.phone();
        };
    }

    /** Subject and text, as the classifier reads them. Nobody says the subject of a call: it is a label of ours. */
    String readable() {
        return subject == null || subject.isEmpty() || channel == Channel.PHONE ? text : subject + "\n" + text;
    }

    static String printable(String text) {
        var out = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c))
                .map(c -> Character.getType(c) == Character.SURROGATE ? 0xFFFD : c)
                .forEach(out::appendCodePoint);
        return out.toString();
    }
}
