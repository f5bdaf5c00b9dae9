package org.rightdoor.channel.email;

import io.quarkus.logging.Log;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.rightdoor.Config;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.inquiry.Attachment;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.reply.DeliveryFailed;
import org.rightdoor.reply.Outgoing;

/** Sends replies by SMTP, one connection each, with the server's own words when it refuses. */
@Singleton
class MailTransport implements org.rightdoor.reply.Transport {

    /** For each answer of the server: all of a conversation stays within the two minutes that a transport has. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** What goes along with a reply. */
    interface Files {
        List<Attachment> of(long replyId) throws DeliveryFailed;
    }

    private final MailAccounts accounts;
    private final AccessTokens tokens;
    private final Files files;
    private final URI publicUrl;
    private final UnaryOperator<String> districtName;

    @Inject
    MailTransport(
            MailAccounts accounts,
            AccessTokens tokens,
            FilesOfReplies files,
            Config config,
            CurrentKnowledge knowledge) {
        this(
                accounts,
                tokens,
                files::of,
                config.publicUrl(),
                language -> knowledge.now().rules().district().name().in(language));
    }

    /** @param districtName by language */
    MailTransport(
            MailAccounts accounts,
            AccessTokens tokens,
            Files files,
            URI publicUrl,
            UnaryOperator<String> districtName) {
        this.files = files;
        this.accounts = accounts;
        this.tokens = tokens;
        this.publicUrl = publicUrl;
        this.districtName = districtName;
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    /** Sends a mail to somebody who works here, about no case. Called on a worker thread. */
    void send(String address, String subject, String text) throws DeliveryFailed {
        var account = account();
        var from = from();
        var session = Session.getInstance(properties(account, false));
        try {
            var mail = new MimeMessage(session);
            mail.setFrom(named(from, "en"));
            mail.setRecipient(Message.RecipientType.TO, recipient(address));
            mail.setSubject(OutgoingMail.oneLine(subject), StandardCharsets.UTF_8.name());
            mail.setText(text, StandardCharsets.UTF_8.name());
            mail.setHeader("Auto-Submitted", "auto-generated");
            mail.setSentDate(new Date());
            mail.saveChanges();
            hand(mail, session, account);
        } catch (AuthenticationFailedException refused) {
            tokens.forget(account);
            throw DeliveryFailed.forNow("The mail server " + account.host() + " refused our log-in.", refused);
        } catch (MessagingException | UnsupportedEncodingException failure) {
            throw failed(failure, account);
        }
    }

    private MailAccount account() throws DeliveryFailed {
        return accounts.outgoing()
                .orElseThrow(() -> DeliveryFailed.forGood("No mail can be sent: RIGHTDOOR_SMTP_URL is not set."));
    }

    private InternetAddress from() throws DeliveryFailed {
        return accounts.from()
                .orElseThrow(() -> DeliveryFailed.forGood("No mail can be sent: RIGHTDOOR_MAIL_FROM is not set."));
    }

    @Override
    public String send(Outgoing message) throws DeliveryFailed {
        var account = account();
        var from = from();
        var session = Session.getInstance(properties(account, message.automatic()));
        try {
            var along = files.of(message.replyId());
            var mail = new OutgoingMail(
                    session,
                    message,
                    named(from, message.language()),
                    recipient(message.address()),
                    publicUrl,
                    accounts.plusAddresses());
            mail.attach(along);
            handOver(mail, session, account, message.automatic());
            return mail.getMessageID();
        } catch (AuthenticationFailedException refused) {
            tokens.forget(account);
            throw DeliveryFailed.forNow("The mail server " + account.host() + " refused our log-in.", refused);
        } catch (MessagingException | UnsupportedEncodingException failure) {
            throw failed(failure, account);
        }
    }

    /** A mail to a member of staff, in no thread and about no file. */
    void tell(String address, String subject, String text) throws DeliveryFailed {
        var account = accounts.outgoing()
                .orElseThrow(() -> DeliveryFailed.forGood("No mail can be sent: RIGHTDOOR_SMTP_URL is not set."));
        var from = accounts.from()
                .orElseThrow(() -> DeliveryFailed.forGood("No mail can be sent: RIGHTDOOR_MAIL_FROM is not set."));
        try {
            var mail = new MimeMessage(Session.getInstance(properties(account, false)));
            mail.setFrom(from);
            mail.setRecipient(Message.RecipientType.TO, new InternetAddress(address, true));
            mail.setSubject(OutgoingMail.oneLine(subject), StandardCharsets.UTF_8.name());
            mail.setText(text, StandardCharsets.UTF_8.name());
            mail.setHeader("Auto-Submitted", "auto-generated");
            mail.setHeader("X-Priority", "1");
            mail.setSentDate(new Date());
            mail.saveChanges();
            hand(mail, Session.getInstance(properties(account, false)), account);
        } catch (AddressException wrong) {
            throw DeliveryFailed.forGood("This is not an e-mail address: " + address);
        } catch (AuthenticationFailedException refused) {
            tokens.forget(account);
            throw DeliveryFailed.forNow("The mail server " + account.host() + " refused our log-in.", refused);
        } catch (MessagingException failure) {
            throw failed(failure, account);
        }
    }

    /** Some servers take no mail without a sender; better one that can bounce than none at all. */
    private void handOver(OutgoingMail mail, Session session, MailAccount account, boolean automatic)
            throws MessagingException {
        try {
            hand(mail, session, account);
        } catch (SendFailedException refused) {
            if (!automatic || !wantsSender(refused)) throw refused;
            hand(mail, Session.getInstance(properties(account, false)), account);
        }
    }

    /** It says no to MAIL, or takes the empty sender for none (503, RFC 5321 section 4.1.4). */
    private static boolean wantsSender(SendFailedException refused) {
        var atMail = refused instanceof SMTPSendFailedException sending
                && sending.getCommand() != null
                && sending.getCommand().startsWith("MAIL");
        return atMail || code(refused).orElse(0) == 503;
    }

    private void hand(MimeMessage mail, Session session, MailAccount account) throws MessagingException {
        var server = session.getTransport(account.scheme());
        try {
            server.connect(account.host(), account.port(), account.user(), tokens.secret(account));
            server.sendMessage(mail, mail.getAllRecipients());
        } finally {
            closeQuietly(server);
        }
    }

    /** The mail is accepted by then: a failing good-bye must not make it look unsent. */
    private static void closeQuietly(Transport server) {
        try {
            server.close();
        } catch (MessagingException impolite) {
            Log.debug("The mail server hung up", impolite);
        }
    }

    private InternetAddress named(InternetAddress from, String language) throws UnsupportedEncodingException {
        var name = from.getPersonal() != null ? from.getPersonal() : districtName.apply(language);
        return new InternetAddress(from.getAddress(), OutgoingMail.oneLine(name), StandardCharsets.UTF_8.name());
    }

    private static InternetAddress recipient(String given) throws DeliveryFailed {
        try {
            var address = new InternetAddress(given == null ? "" : given, true);
            address.validate();
            return address;
        } catch (AddressException wrong) {
            throw DeliveryFailed.forGood("This is not an e-mail address: " + given);
        }
    }

    private static DeliveryFailed failed(Exception failure, MailAccount account) {
        var code = code(failure);
        var words = reason(failure).replaceAll("\\s+", " ").strip();
        if (code.isPresent() && code.getAsInt() >= 500) {
            return DeliveryFailed.forGood("The mail server refused it: " + words);
        }
        return DeliveryFailed.forNow("The mail server " + account.host() + " did not take it: " + words, failure);
    }

    /** The most telling reply code (RFC 5321 section 4.2): the recipient's before the message's. */
    private static OptionalInt code(Exception failure) {
        var code = OptionalInt.empty();
        for (var each = failure; each != null; each = next(each)) {
            if (each instanceof SMTPAddressFailedException recipient) return OptionalInt.of(recipient.getReturnCode());
            if (each instanceof SMTPSenderFailedException sender) code = OptionalInt.of(sender.getReturnCode());
            if (each instanceof SMTPSendFailedException sending && sending.getReturnCode() > 0) {
                code = OptionalInt.of(sending.getReturnCode());
            }
        }
        return code;
    }

    private static String reason(Exception failure) {
        var last = failure;
        while (next(last) != null) last = next(last);
        return last.getMessage() == null ? last.getClass().getSimpleName() : last.getMessage();
    }

    private static Exception next(Exception failure) {
        return failure instanceof MessagingException chained ? chained.getNextException() : null;
    }

    /** RFC 3834 section 3.3: what no person wrote has no sender to bounce to. */
    private static Properties properties(MailAccount account, boolean automatic) {
        var prefix = "mail." + account.scheme() + ".";
        var patience = String.valueOf(PATIENCE.toMillis());
        var properties = new Properties();
        properties.setProperty(prefix + "connectiontimeout", patience);
        properties.setProperty(prefix + "timeout", patience);
        properties.setProperty(prefix + "writetimeout", patience);
        properties.setProperty(prefix + "auth", String.valueOf(account.user() != null));
        properties.setProperty(prefix + "starttls.enable", String.valueOf(!account.tls()));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "quitwait", "false");
        if (account.token()) properties.setProperty(prefix + "auth.mechanisms", "XOAUTH2");
        if (automatic) properties.setProperty(prefix + "from", "<>");
        return properties;
    }
}
