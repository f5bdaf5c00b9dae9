package org.rightdoor.channel.email;

import io.quarkus.logging.Log;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.event.MessageCountAdapter;
import jakarta.mail.event.MessageCountEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.INTERNALDATE;

/** A folder on an IMAP server, open for reading and marking. */
final class MailboxConnection implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(20);
    private static final int FETCH_SIZE = 1024 * 1024;

    private final IMAPStore store;
    private final IMAPFolder folder;
    private final Duration longestIdle;
    private final ScheduledExecutorService clock;

    private MailboxConnection(IMAPStore store, IMAPFolder folder, Duration longestIdle) {
        this.store = store;
        this.folder = folder;
        this.longestIdle = longestIdle;
        this.clock = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "mailbox clock");
            thread.setDaemon(true);
            return thread;
        });
        // An announcement that comes while IDLE is just beginning does not end it; a question to the server does.
        folder.addMessageCountListener(new MessageCountAdapter() {
            @Override
            public void messagesAdded(MessageCountEvent event) {
                ask();
            }
        });
    }

    static MailboxConnection to(MailAccount account, AccessTokens tokens, Duration longestIdle)
            throws MessagingException {
        var properties = properties(account.scheme(), longestIdle);
        if (account.token()) properties.setProperty("mail." + account.scheme() + ".auth.mechanisms", "XOAUTH2");
        var session = Session.getInstance(properties);
        var store = (IMAPStore) session.getStore(account.scheme());
        try {
            store.connect(account.host(), account.port(), account.user(), tokens.secret(account));
            var folder = (IMAPFolder) store.getFolder(account.folder());
            folder.open(Folder.READ_WRITE);
            return new MailboxConnection(store, folder, longestIdle);
        } catch (AuthenticationFailedException refused) {
            tokens.forget(account);
            closeQuietly(store);
            throw refused;
        } catch (MessagingException | RuntimeException failure) {
            closeQuietly(store);
            throw failure;
        }
    }

    IMAPFolder folder() {
        return folder;
    }

    /** Waits until the server announces something or the time is over; false at once when it cannot announce. */
    boolean idle() throws MessagingException {
        if (!store.hasCapability("IDLE")) return false;
        // Any command from another thread ends IDLE; this one also keeps the connection alive.
        var renewal = clock.schedule(this::ask, longestIdle.toMillis(), TimeUnit.MILLISECONDS);
        try {
            folder.idle(true);
        } finally {
            renewal.cancel(false);
        }
        return true;
    }

    /**
     * When the mail reached the mailbox, by the server's clock but never in the future. Asked for by itself: the library
     * would ask for the envelope too, and with an ugly sender in it servers and library do not understand each other.
     */
    static Instant arrival(IMAPMessage message) {
        var now = Instant.now();
        try {
            var number = message.getMessageNumber();
            var received = (Date)
                    ((IMAPFolder) message.getFolder()).doCommand(server -> date(server.fetch(number, "INTERNALDATE")));
            return received == null || received.toInstant().isAfter(now) ? now : received.toInstant();
        } catch (MessagingException | RuntimeException untold) {
            return now;
        }
    }

    private static Date date(Response[] answers) {
        for (var answer : answers) {
            if (!(answer instanceof FetchResponse fetched)) continue;
            var date = fetched.getItem(INTERNALDATE.class);
            if (date != null) return date.getDate();
        }
        return null;
    }

    /** Also from another thread, and then a waiting {@link #idle} ends. */
    @Override
    public void close() {
        clock.shutdownNow();
        closeQuietly(store);
    }

    private void ask() {
        try {
            folder.doCommand(server -> {
                server.noop();
                return null;
            });
        } catch (MessagingException | RuntimeException lost) {
            Log.debug("The mailbox was lost while waiting for mail", lost);
        }
    }

    private static void closeQuietly(IMAPStore store) {
        try {
            store.close();
        } catch (MessagingException | RuntimeException alreadyLost) {
            Log.debug("The mail server went away first", alreadyLost);
        }
    }

    private static Properties properties(String scheme, Duration longestIdle) {
        var prefix = "mail." + scheme + ".";
        var properties = new Properties();
        properties.setProperty(prefix + "connectiontimeout", String.valueOf(CONNECT.toMillis()));
        properties.setProperty(prefix + "writetimeout", String.valueOf(CONNECT.toMillis()));
        // It holds during IDLE too, so it must be longer than that.
        properties.setProperty(
                prefix + "timeout", String.valueOf(longestIdle.plusMinutes(1).toMillis()));
        properties.setProperty(prefix + "starttls.enable", "true");
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "fetchsize", String.valueOf(FETCH_SIZE));
        return properties;
    }
}
