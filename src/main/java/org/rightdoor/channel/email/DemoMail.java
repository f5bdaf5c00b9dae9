package org.rightdoor.channel.email;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Date;
import java.util.Locale;

/**
 * A mail as the demo's mailbox page shows it.
 *
 * @param fromFamily false for what the district sent
 */
record DemoMail(String id, boolean fromFamily, String from, String subject, String text, Instant at) {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
            .withLocale(Locale.US)
            .withZone(ZoneId.systemDefault());

    static DemoMail of(MimeMessage message, boolean fromFamily) {
        try {
            var headers = new MailHeaders(message);
            var sent = message.getSentDate();
            return new DemoMail(
                    headers.messageId().orElse(""),
                    fromFamily,
                    headers.first("From"),
                    headers.first("Subject"),
                    MailBody.of(message).text(),
                    (sent == null ? new Date() : sent).toInstant());
        } catch (MessagingException | IOException broken) {
            return new DemoMail("", fromFamily, "", "(unreadable)", broken.getMessage(), Instant.now());
        }
    }

    public String when() {
        return WHEN.format(at);
    }

    String answerSubject() {
        return QuoteMarks.saysAnswer(subject) ? subject : "Re: " + subject;
    }
}
