package org.rightdoor.channel.email;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.SharedByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rightdoor.Config;
import org.rightdoor.inquiry.Attachment;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.inquiry.Letter;
import org.rightdoor.intake.Inbound;
import org.rightdoor.intake.Mail;
import org.rightdoor.intake.Reference;
import org.rightdoor.people.Sender;

/** Turns a mail, in whatever state, into an {@link Inbound}: what cannot be read is kept as a file, nothing is refused. */
@Singleton
class MailParser {

    /** In characters; longer text goes into a file as a whole, because nobody reads it on a screen. */
    private static final int LONGEST_TEXT = 200_000;

    private static final String CUT_NOTE =
            "(This mail is larger than 30 MB. What is missing here is still in the mailbox.)";

    private final Set<String> ourAddresses;
    private final Optional<SenderCheck> senderCheck;

    @Inject
    MailParser(MailAccounts accounts, Config config) {
        this(accounts.ourAddresses(), config.mail().authservId());
    }

    MailParser(Set<String> ourAddresses) {
        this(ourAddresses, Optional.empty());
    }

    /**
     * @param ourAddresses in lower case; mail from them is taken for our own
     * @param authservId by which our mail server signs what it found about senders
     */
    MailParser(Set<String> ourAddresses, Optional<String> authservId) {
        this.ourAddresses = ourAddresses;
        this.senderCheck = authservId.map(SenderCheck::new);
    }

    Inbound parse(RawMail mail) {
        try {
            return read(mail);
        } catch (MessagingException | IOException | RuntimeException broken) {
            return unread(mail);
        }
    }

    /** The mail as it is, without reading any of it. */
    Inbound unread(RawMail mail) {
        return new Inbound(
                        Channel.EMAIL,
                        hash(mail.bytes()),
                        Sender.ANONYMOUS,
                        null,
                        "(This mail could not be read. It is attached as it came.)",
                        List.of(original(mail)),
                        Reference.NONE,
                        null,
                        null,
                        false,
                        mail.receivedAt())
                .with(new Mail(new Letter(), List.of(), Set.of()));
    }

    private Inbound read(RawMail mail) throws MessagingException, IOException {
        var message = new MimeMessage((Session) null, new SharedByteArrayInputStream(mail.bytes()));
        var headers = new MailHeaders(message);
        var body = MailBody.of(message);
        var subject = headers.first("Subject");
        var sender = sender(headers);
        var report = AutomaticMail.isReport(headers);
        var files = new ArrayList<>(body.files());
        var history = QuotedHistory.split(body.text(), answersAnother(headers, subject));
        var text = text(history.newPart(), report ? "" : body.forwarded(), files);
        if (!mail.complete()) text = text + "\n\n" + CUT_NOTE;
        if (body.damaged() && mail.complete()) files.add(original(mail));
        var letter = letter(headers, body, history, sender);
        return new Inbound(
                        Channel.EMAIL,
                        headers.messageId().orElseGet(() -> contentHash(message, mail)),
                        sender,
                        subject.isEmpty() ? null : subject,
                        text,
                        List.copyOf(files),
                        reference(headers, body, subject, report),
                        null,
                        null,
                        letter.automatic != null,
                        mail.receivedAt())
                .with(new Mail(letter, DeliveryNotice.read(headers, body), headers.recipients()));
    }

    private Letter letter(MailHeaders headers, MailBody body, QuotedHistory history, Sender sender)
            throws MessagingException {
        var letter = new Letter();
        letter.quoted = Inbound.printable(history.rest());
        letter.automatic = isOurs(sender)
                ? "its sender, one of our own addresses"
                : AutomaticMail.why(headers, sender.email()).orElse(null);
        if (senderCheck.isPresent())
            letter.senderCheck = senderCheck.get().of(headers).orElse(null);
        var formatted = FormattedMail.of(body.source());
        if (formatted != null) {
            letter.formatted = Inbound.printable(formatted.html());
            letter.remotePictures = formatted.remotePictures();
        }
        return letter;
    }

    /** A form on the district's site writes from our own or from a no-reply address: the family is in Reply-To. */
    private Sender sender(MailHeaders headers) throws MessagingException {
        var from = headers.sender("From");
        if (from.email() != null && !isOurs(from) && !AutomaticMail.isMachine(from.email())) return from;
        var replyTo = headers.sender("Reply-To");
        return replyTo.email() == null || isOurs(replyTo) ? from : replyTo;
    }

    private boolean isOurs(Sender sender) {
        return sender.email() != null && ourAddresses.contains(PlusAddress.plain(sender.email()));
    }

    private static boolean answersAnother(MailHeaders headers, String subject) throws MessagingException {
        if (QuoteMarks.saysForward(subject)) return false;
        return QuoteMarks.saysAnswer(subject) || !headers.answers().isEmpty();
    }

    private static String text(String written, String forwarded, List<Attachment> files) {
        var text = (written + "\n\n" + forwarded).strip();
        if (hasNothingToRead(text)) return withoutText(files);
        if (text.length() <= LONGEST_TEXT) return text;
        files.add(textFile("text.txt", text));
        return text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, LONGEST_TEXT)))
                + "\n\n(The whole text is attached as text.txt.)";
    }

    private static boolean hasNothingToRead(String text) {
        return text.codePoints()
                .allMatch(c -> Character.isWhitespace(c)
                        || Character.isISOControl(c)
                        || Character.isIdentifierIgnorable(c)
                        || Character.isSpaceChar(c));
    }

    private static String withoutText(List<Attachment> files) {
        var names = files.stream().map(file -> file.name).collect(Collectors.joining(", "));
        return names.isEmpty() ? "(no text)" : "(no text) " + names;
    }

    private static Reference reference(MailHeaders headers, MailBody body, String subject, boolean report)
            throws MessagingException {
        var answers = new ArrayList<>(headers.recipients().stream()
                .flatMap(address -> PlusAddress.messageId(address).stream())
                .toList());
        answers.addAll(headers.answers());
        if (report) answers.addAll(body.containedIds());
        return new Reference(null, List.copyOf(answers), MailHeaders.caseNumber(subject));
    }

    private static Attachment textFile(String name, String text) {
        return Attachment.of(name, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    private static Attachment original(RawMail mail) {
        return Attachment.of("message.eml", "message/rfc822", mail.bytes());
    }

    /** The same mail comes by two mailboxes under different transport headers; what the sender made is the same. */
    private static String contentHash(MimeMessage message, RawMail mail) {
        try (var body = message.getRawInputStream()) {
            var made = new ByteArrayOutputStream();
            for (var name : List.of("From", "Date", "Subject")) {
                made.writeBytes(
                        (String.join(",", orNone(message.getHeader(name))) + "\n").getBytes(StandardCharsets.UTF_8));
            }
            body.transferTo(made);
            return hash(made.toByteArray());
        } catch (MessagingException | IOException unreadable) {
            return hash(mail.bytes());
        }
    }

    private static String[] orNone(String[] values) {
        return values == null ? new String[0] : values;
    }

    private static String hash(byte[] content) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
