package org.rightdoor.channel.email;

import io.quarkus.logging.Log;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.util.Properties;
import org.rightdoor.reply.DeliveryFailed;

/** The server that takes our mail: one connection for each, and its own words when it refuses. */
final class Smtp {

    /** For each answer of the server: all of a conversation stays within the two minutes that a transport has. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** A mail, written once it is known over which server it goes. */
    interface Letter<M extends MimeMessage> {
        M writtenIn(Session session) throws MessagingException, UnsupportedEncodingException, DeliveryFailed;
    }

    private final MailAccounts accounts;
    private final AccessTokens tokens;

    Smtp(MailAccounts accounts, AccessTokens tokens) {
        this.accounts = accounts;
        this.tokens = tokens;
    }

    /** The district's own address. */
    InternetAddress from() throws DeliveryFailed {
        return accounts.from()
                .orElseThrow(() -> DeliveryFailed.forGood("No mail can be sent: RIGHTDOOR_MAIL_FROM is not set."));
    }

    /**
     * Returns what was handed over.
     *
     * @param automatic true for what no person wrote: it has no sender to bounce to (RFC 3834 section 3.3)
     */
    <M extends MimeMessage> M send(Letter<M> letter, boolean automatic) throws DeliveryFailed {
        var account = accounts.outgoing()
                .orElseThrow(() -> DeliveryFailed.forGood("No mail can be sent: RIGHTDOOR_SMTP_URL is not set."));
        try {
            var session = Session.getInstance(properties(account, automatic));
            var mail = letter.writtenIn(session);
            handOver(mail, session, account, automatic);
            return mail;
        } catch (AuthenticationFailedException refused) {
            tokens.forget(account);
            throw DeliveryFailed.forNow("The mail server " + account.host() + " refused our log-in.", refused);
        } catch (MessagingException | UnsupportedEncodingException failure) {
            throw SmtpRefusal.of(failure, account);
        }
    }

    /** Some servers take no mail without a sender; better one that can bounce than none at all. */
    private void handOver(MimeMessage mail, Session session, MailAccount account, boolean automatic)
            throws MessagingException {
        try {
            hand(mail, session, account);
        } catch (SendFailedException refused) {
            if (!automatic || !SmtpRefusal.wantsSender(refused)) throw refused;
            hand(mail, Session.getInstance(properties(account, false)), account);
        }
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
