package org.rightdoor.intake;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.rightdoor.inquiry.Attachment;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.inquiry.Letter;
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
 * @param mail what only a mail brings; null on the other channels
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
        Mail mail,
        WrittenDown writtenDown) {

    private static final Pattern ANSWER_MARK = Pattern.compile("(?iu)\\s*(re|aw|sv|res)\\s*:");

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
        this(
                channel,
                externalId,
                sender,
                subject,
                text,
                attachments,
                reference,
                school,
                topic,
                automatic,
                at,
                null,
                null);
    }

    /** The same, with what only a mail brings. */
    public Inbound with(Mail mail) {
        return with(attachments, reference, mail, writtenDown);
    }

    /** The same, written down by staff. */
    public Inbound with(WrittenDown taken) {
        return with(attachments, reference, mail, taken);
    }

    public static Inbound of(Channel channel, String externalId, Sender sender, String text) {
        return new Inbound(
                channel, externalId, sender, null, text, List.of(), Reference.NONE, null, null, false, Instant.now());
    }

    public Inbound withReference(Reference to) {
        return with(attachments, to, mail, writtenDown);
    }

    /** The same, with the files that came with it. */
    public Inbound withFiles(List<Attachment> files) {
        return with(files, reference, mail, writtenDown);
    }

    private Inbound with(List<Attachment> attachments, Reference reference, Mail mail, WrittenDown writtenDown) {
        return new Inbound(
                channel,
                externalId,
                sender,
                subject,
                text,
                attachments,
                reference,
                school,
                topic,
                automatic,
                at,
                mail,
                writtenDown);
    }

    /** The mail as it came; null on the other channels. */
    Letter letter() {
        return mail == null ? null : mail.letter();
    }

    /** The address it came from; null from an anonymous page. */
    String address() {
        return switch (channel) {
            case SMS, PHONE -> sender.phone();
            case EMAIL -> sender.email();
            case WEB -> sender.email() != null ? sender.email() : sender.phone();
        };
    }

    /**
     * Subject and text, as the classifier reads them; an answer's subject is the district's or an older mail's, and nobody
     * says the subject of a call: it is a label of ours.
     */
    String readable() {
        var repeated = subject != null
                && !reference.messageIds().isEmpty()
                && ANSWER_MARK.matcher(subject).lookingAt();
        var labelled = channel == Channel.PHONE || repeated;
        return subject == null || subject.isEmpty() || labelled ? text : subject + "\n" + text;
    }

    /** Without what a database cannot keep: control characters and halves of characters. */
    public static String printable(String text) {
        var out = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c))
                .map(c -> Character.getType(c) == Character.SURROGATE ? 0xFFFD : c)
                .forEach(out::appendCodePoint);
        return out.toString();
    }
}
