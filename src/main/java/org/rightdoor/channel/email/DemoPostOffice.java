package org.rightdoor.channel.email;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.logging.Log;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.rightdoor.Config;

/**
 * The demo's mail server, for SMTP and IMAP on this machine only and in memory: every address gets a mailbox by its
 * first mail or log-in, with any password. The application reaches it like any other server.
 */
@Singleton
class DemoPostOffice {

    static final String DISTRICT = "help@maple.example";

    private static final String HERE = "127.0.0.1";
    private static final String PASSWORD = "demo";

    private GreenMail server;

    @Inject
    DemoPostOffice(Config config) {
        var nothingConfigured =
                config.mail().smtpUrl().isEmpty() && config.mail().imapUrl().isEmpty();
        if (config.demo() && nothingConfigured)
            open(config.mail().demoSmtpPort(), config.mail().demoImapPort());
    }

    /** Opens at these ports, or at free ones where they are taken. */
    DemoPostOffice(int smtpPort, int imapPort) {
        open(smtpPort, imapPort);
    }

    boolean isOpen() {
        return server != null;
    }

    String smtpUrl() {
        return "smtp://" + login() + "@" + HERE + ":" + server.getSmtp().getPort();
    }

    String imapUrl() {
        return "imap://" + login() + "@" + HERE + ":" + server.getImap().getPort() + "/INBOX";
    }

    MailAccount smtp() {
        return MailAccount.of("demo", smtpUrl(), Set.of("smtp"));
    }

    /** Everything in that address's inbox, oldest first. */
    List<MimeMessage> inbox(String address) {
        var user = server.getUserManager().getUserByEmail(address);
        if (user == null) return List.of();
        var mails = new ArrayList<MimeMessage>();
        try {
            for (var stored :
                    server.getManagers().getImapHostManager().getInbox(user).getMessages()) {
                mails.add(stored.getMimeMessage());
            }
        } catch (FolderException gone) {
            throw new IllegalStateException(gone);
        }
        return mails;
    }

    @PreDestroy
    void close() {
        if (server != null) server.stop();
    }

    private void open(int smtpPort, int imapPort) {
        server = new GreenMail(new ServerSetup[] {
            new ServerSetup(freeOr(smtpPort), HERE, ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(freeOr(imapPort), HERE, ServerSetup.PROTOCOL_IMAP)
        });
        server.withConfiguration(new GreenMailConfiguration().withDisabledAuthentication());
        server.start();
        try {
            server.getUserManager().createUser(DISTRICT, DISTRICT, PASSWORD);
        } catch (UserException impossible) {
            throw new IllegalStateException(impossible);
        }
        Log.infof(
                "Demo mail: SMTP at %s:%d, IMAP at %s:%d; log in as any address with any password, write to %s",
                HERE, server.getSmtp().getPort(), HERE, server.getImap().getPort(), DISTRICT);
    }

    private static String login() {
        return DISTRICT.replace("@", "%40") + ":" + PASSWORD;
    }

    private static int freeOr(int port) {
        try (var wanted = new ServerSocket(port, 1, InetAddress.getByName(HERE))) {
            return wanted.getLocalPort();
        } catch (IOException taken) {
            return freeOr(0);
        }
    }
}
