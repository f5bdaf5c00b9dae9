package org.rightdoor.channel.email;

import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.rightdoor.inquiry.Attachment;
import org.rightdoor.reply.Outgoing;

/** A reply as a mail: text and a plain HTML version, in the thread of what the family wrote. */
final class OutgoingMail extends MimeMessage {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final Pattern MESSAGE_ID = Pattern.compile("<[\\x21-\\x3B\\x3D\\x3F-\\x7E]+>");
    private static final Pattern ANSWER_MARKS = Pattern.compile("(?iu)^(\\s*(re|fwd?|rv|aw|sv|res|wg)\\s*:)+\\s*");
    private static final Pattern CASE_TAG =
            Pattern.compile("(?iu)\\s*\\[(" + String.join("|", MailFooter.words()) + ")\\s*#\\d+\\]\\s*");
    private static final int LONGEST_SUBJECT = 150;

    private final String id;
    private final MimeMultipart versions;

    OutgoingMail(Session session, Outgoing reply, InternetAddress from, InternetAddress to, URI publicUrl, boolean plus)
            throws MessagingException {
        super(session);
        id = messageId(reply, from);
        var footer = MailFooter.of(reply, publicUrl);
        setFrom(from);
        setReplyTo(new InternetAddress[] {plus ? PlusAddress.of(from, id) : from});
        setRecipient(RecipientType.TO, to);
        setSubject(subject(reply), UTF_8);
        setSentDate(new Date());
        thread(reply);
        if (reply.automatic()) sayThatItIsAutomatic();
        versions = versions(reply, footer);
        setContent(versions);
        saveChanges();
    }

    /** Its Message-ID, the same for every try of one reply. */
    String id() {
        return id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }

    /** Puts files beside the text; a part's name is read by old and new mailers alike. */
    void attach(List<Attachment> files) throws MessagingException {
        if (files.isEmpty()) return;
        var mixed = new MimeMultipart("mixed");
        var words = new MimeBodyPart();
        words.setContent(versions);
        mixed.addBodyPart(words);
        for (var file : files) {
            var part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new ByteArrayDataSource(file.content, file.mediaType)));
            part.setFileName(oneLine(file.name));
            part.setDisposition(Part.ATTACHMENT);
            mixed.addBodyPart(part);
        }
        setContent(mixed);
        saveChanges();
    }

    /** Re: and the case's number, each once. */
    static String subject(Outgoing reply) {
        var plain = CASE_TAG.matcher(oneLine(reply.subject() == null ? "" : reply.subject()))
                .replaceAll(" ");
        var bare = ANSWER_MARKS.matcher(plain).replaceFirst("").strip();
        if (bare.length() > LONGEST_SUBJECT) {
            bare = bare.substring(0, bare.offsetByCodePoints(0, bare.codePointCount(0, LONGEST_SUBJECT))) + "…";
        }
        return ("Re: " + bare).strip() + " [" + MailFooter.caseNumber(reply) + "]";
    }

    /** No header can be smuggled in by a line break in a subject or a name. */
    static String oneLine(String text) {
        return text.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ").strip();
    }

    private void thread(Outgoing reply) throws MessagingException {
        var answered = reply.inReplyTo();
        if (answered == null || !MESSAGE_ID.matcher(answered).matches()) return;
        setHeader("In-Reply-To", answered);
        setHeader("References", answered);
    }

    /** RFC 3834 section 5.1; the second is what Exchange understands. */
    private void sayThatItIsAutomatic() throws MessagingException {
        setHeader("Auto-Submitted", "auto-replied");
        setHeader("X-Auto-Response-Suppress", "OOF, AutoReply");
    }

    private static MimeMultipart versions(Outgoing reply, String footer) throws MessagingException {
        var text = new MimeBodyPart();
        text.setText(reply.text().strip() + "\n\n-- \n" + footer + "\n", UTF_8, "plain");
        var html = new MimeBodyPart();
        html.setText(MailHtml.of(reply.text(), footer, reply.language()), UTF_8, "html");
        return new MimeMultipart("alternative", text, html);
    }

    /** The same at each attempt, so that a mail sent twice in doubt is shown once; nobody else can guess it. */
    private static String messageId(Outgoing reply, InternetAddress from) {
        var domain = from.getAddress().substring(from.getAddress().indexOf('@') + 1);
        var secret = digest(reply.token() + "/" + reply.replyId());
        return "<rd." + reply.replyId() + "." + secret + "@" + domain + ">";
    }

    private static String digest(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(hash, 12));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
