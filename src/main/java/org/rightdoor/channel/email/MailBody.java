package org.rightdoor.channel.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.util.SharedByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.rightdoor.inquiry.Attachment;

/** Everything in a message: its text to read, and its files. */
final class MailBody {

    private static final int DEEPEST = 20;
    private static final int MOST_FILES = 200;
    private static final int STUB_LENGTH = 300;

    /** In characters. More is never words, and tags inside tags without end would keep the reader busy for minutes. */
    private static final int LONGEST_HTML = 2_000_000;

    private final List<String> texts = new ArrayList<>();
    private final List<String> forwarded = new ArrayList<>();
    private final List<Attachment> files = new ArrayList<>();
    private final List<String> containedIds = new ArrayList<>();
    private final List<String> sources = new ArrayList<>();
    private final List<String> deliveryStatuses = new ArrayList<>();
    private boolean damaged;
    private boolean html;

    private MailBody() {}

    static MailBody of(MimeMessage message) throws MessagingException, IOException {
        var body = new MailBody();
        body.take(message, 0);
        return body;
    }

    /** What was written, without what was forwarded as a whole message. */
    String text() {
        return String.join("\n\n", texts).strip();
    }

    /** Text of messages that were forwarded as a whole, each under a line that says so. */
    String forwarded() {
        return String.join("\n\n", forwarded).strip();
    }

    List<Attachment> files() {
        return files;
    }

    /** Message-IDs of messages inside this one; of a delivery notice, the mail that did not arrive. */
    List<String> containedIds() {
        return containedIds;
    }

    /** The HTML of the mail itself; empty when it came as plain text only. */
    String source() {
        return String.join("<hr>", sources);
    }

    /** What a delivery notice says about each recipient, as RFC 3464 writes it. */
    List<String> deliveryStatuses() {
        return deliveryStatuses;
    }

    /** True when something could not be read as it was declared. */
    boolean damaged() {
        return damaged;
    }

    private void take(MimePart part, int depth) throws MessagingException, IOException {
        var type = PartType.of(part);
        if (files.size() >= MOST_FILES || depth > DEEPEST) {
            damaged = true;
        } else if (type.is("multipart/") && !type.attached()) {
            takeParts(part, type, depth);
        } else if (type.is("message/rfc822") || type.is("message/global")) {
            takeMessage(part, type, depth);
        } else if (isText(type)) {
            takeText(part, type);
        } else {
            takeFile(part, type);
        }
    }

    private boolean isText(PartType type) {
        var readable = type.is("text/plain") || type.is("text/html");
        return readable && !type.attached() && (type.name() == null || texts.isEmpty());
    }

    private void takeParts(MimePart part, PartType type, int depth) throws MessagingException, IOException {
        var parts = parts(part);
        if (parts.isEmpty()) {
            // Neither boundary nor parts: whatever is there is text to a person.
            damaged = true;
            texts.add(decoded(part, type));
        } else if (type.is("multipart/alternative")) {
            takeBestOf(parts, depth);
        } else {
            for (var each : parts) take(each, depth + 1);
        }
    }

    private static List<MimeBodyPart> parts(MimePart part) {
        try {
            var multipart = new MimeMultipart(part.getDataHandler().getDataSource());
            var parts = new ArrayList<MimeBodyPart>();
            for (var i = 0; i < multipart.getCount(); i++) parts.add((MimeBodyPart) multipart.getBodyPart(i));
            return parts;
        } catch (MessagingException broken) {
            return List.of();
        }
    }

    /** The same said twice: the plain version is read unless it only says that there is another. */
    private void takeBestOf(List<MimeBodyPart> parts, int depth) throws MessagingException, IOException {
        var versions = new ArrayList<MailBody>();
        for (var part : parts) {
            var version = new MailBody();
            version.take(part, depth + 1);
            versions.add(version);
            files.addAll(version.files);
            forwarded.addAll(version.forwarded);
            sources.addAll(version.sources);
            damaged |= version.damaged;
        }
        var readable =
                versions.stream().filter(version -> !version.text().isEmpty()).toList();
        readable.stream()
                .filter(version -> !version.html && !version.isStub())
                .findFirst()
                .or(() -> readable.stream().filter(version -> version.html).findFirst())
                .or(() -> readable.stream().findFirst())
                .ifPresent(best -> {
                    texts.addAll(best.texts);
                    html |= best.html;
                });
    }

    private boolean isStub() {
        return text().length() < STUB_LENGTH
                && text().matches("(?is).*\\b(html|view (this|the) (e-?mail|message))\\b.*");
    }

    private void takeText(MimePart part, PartType type) throws MessagingException, IOException {
        var text = decoded(part, type);
        var readable = type.is("text/html")
                ? readable(text)
                : text.replace("\r\n", "\n").replace('\r', '\n');
        if (!readable.isBlank()) texts.add(readable.strip());
    }

    private String readable(String source) {
        html = true;
        sources.add(source);
        if (source.length() <= LONGEST_HTML) return ReadableHtml.of(source);
        damaged = true;
        return ReadableHtml.of(source.substring(0, LONGEST_HTML));
    }

    private void takeMessage(MimePart part, PartType type, int depth) throws MessagingException, IOException {
        var content = PartContent.of(part);
        damaged |= !content.intact();
        var inside = new MimeMessage((Session) null, new SharedByteArrayInputStream(content.bytes()));
        var headers = new MailHeaders(inside);
        var subject = headers.first("Subject");
        headers.messageId().ifPresent(containedIds::add);
        files.add(Attachment.of(
                PartType.fileName((subject.isEmpty() ? "message" : subject) + ".eml"),
                type.mediaType(),
                content.bytes()));
        var body = new MailBody();
        body.take(inside, depth + 1);
        damaged |= body.damaged;
        forwarded.add("--- " + headers.first("From") + ": " + subject + " ---\n" + body.text());
        forwarded.addAll(body.forwarded);
    }

    private void takeFile(MimePart part, PartType type) throws MessagingException, IOException {
        var content = PartContent.of(part);
        damaged |= !content.intact();
        if (content.bytes().length == 0 && type.name() == null) return;
        if (type.is("message/delivery-status") || type.is("message/global-delivery-status")) {
            deliveryStatuses.add(new String(content.bytes(), StandardCharsets.UTF_8));
        }
        if (isWinmail(type)) {
            var inside = WinmailDat.files(content.bytes());
            inside.ifPresent(files::addAll);
            if (inside.isPresent()) return;
        }
        if (type.is("text/rfc822-headers")) {
            var inside = new MimeMessage((Session) null, new SharedByteArrayInputStream(content.bytes()));
            new MailHeaders(inside).messageId().ifPresent(containedIds::add);
        }
        var file = Attachment.of("attachment", type.mediaType(), content.bytes());
        file.name = type.nameOr("attachment", file.mediaType);
        files.add(file);
    }

    private static boolean isWinmail(PartType type) {
        return type.is("application/ms-tnef")
                || type.is("application/vnd.ms-tnef")
                || "winmail.dat".equalsIgnoreCase(type.name());
    }

    private String decoded(MimePart part, PartType type) throws MessagingException, IOException {
        var content = PartContent.of(part);
        var decoded = Decoded.of(content.bytes(), type.charset());
        damaged |= !content.intact() || !decoded.asDeclared();
        return decoded.text().replace("\uFEFF", "");
    }
}
