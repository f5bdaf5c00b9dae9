package org.rightdoor.channel.email;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.rightdoor.people.Address;

/** A family's side of the demo's post office. */
@Singleton
class DemoLetterbox {

    private static final String PATIENCE_MILLIS = "10000";

    @Inject
    DemoPostOffice postOffice;

    /** What that address received and what it sent to the district, newest first. */
    List<DemoMail> of(String address) {
        var received = postOffice.inbox(address).stream().map(mail -> DemoMail.of(mail, false));
        var sent = postOffice.inbox(DemoPostOffice.DISTRICT).stream()
                .filter(mail -> isFrom(mail, address))
                .map(mail -> DemoMail.of(mail, true));
        return Stream.concat(received, sent)
                .sorted(Comparator.comparing(DemoMail::at).reversed())
                .toList();
    }

    /** By SMTP, as any mail program would. */
    void send(DemoMailboxPages.Draft draft) throws MessagingException {
        var account = postOffice.smtp();
        var properties = new Properties();
        for (var setting : List.of("connectiontimeout", "timeout", "writetimeout")) {
            properties.setProperty("mail.smtp." + setting, PATIENCE_MILLIS);
        }
        var session = Session.getInstance(properties);
        try (Transport server = session.getTransport("smtp")) {
            server.connect(account.host(), account.port(), null, null);
            var mail = mail(draft, session);
            server.sendMessage(mail, mail.getAllRecipients());
        }
    }

    private static MimeMessage mail(DemoMailboxPages.Draft draft, Session session) throws MessagingException {
        var mail = new MimeMessage(session);
        mail.setFrom(named(draft));
        mail.setRecipient(RecipientType.TO, new InternetAddress(DemoPostOffice.DISTRICT));
        mail.setSubject(OutgoingMail.oneLine(draft.subject()), StandardCharsets.UTF_8.name());
        mail.setText(draft.text(), StandardCharsets.UTF_8.name());
        mail.setSentDate(new Date());
        var answered = MailHeaders.ids(draft.inReplyTo());
        if (!answered.isEmpty()) mail.setHeader("In-Reply-To", answered.get(0));
        mail.saveChanges();
        return mail;
    }

    private static InternetAddress named(DemoMailboxPages.Draft draft) throws MessagingException {
        try {
            return new InternetAddress(
                    draft.address().strip(), OutgoingMail.oneLine(draft.name()), StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean isFrom(MimeMessage mail, String address) {
        try {
            return Address.email(address)
                    .orElse("")
                    .equals(new MailHeaders(mail).sender("From").email());
        } catch (MessagingException broken) {
            return false;
        }
    }
}
