package org.rightdoor.channel.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rightdoor.intake.Inbound;

/** Against a real SMTP and IMAP server. */
class MailboxTest {

    private static final String DISTRICT = "help@maple.example";
    private static final Mailbox.Pace QUICK =
            new Mailbox.Pace(Duration.ofMillis(500), Duration.ofMillis(50), Duration.ofMillis(200));

    private final List<String> troubles = new CopyOnWriteArrayList<>();
    private volatile int came;
    private final Mailbox.Watcher watcher = new Mailbox.Watcher() {
        @Override
        public void mailCame() {
            came++;
        }

        @Override
        public void report(String trouble) {
            if (trouble != null) troubles.add(trouble);
        }
    };

    private final List<Inbound> received = new CopyOnWriteArrayList<>();
    private final Map<String, MailboxPositions.Position> held = new ConcurrentHashMap<>();
    private final MailboxPositions positions = new RememberedPositions();
    private GreenMail server;
    private Mailbox mailbox;

    @BeforeEach
    void openPostOffice() {
        server = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
        });
        server.start();
        server.setUser(DISTRICT, DISTRICT, "secret");
    }

    @AfterEach
    void closePostOffice() {
        if (mailbox != null) mailbox.stop();
        server.stop();
    }

    @Test
    void Mail_that_waits_and_mail_that_comes_is_received_once_and_marked_as_read() {
        send("waiting");
        read(received::add);
        await().until(() -> subjects().equals(List.of("waiting")));

        send("new one");
        await().atMost(20, TimeUnit.SECONDS).until(() -> subjects().equals(List.of("waiting", "new one")));

        await().untilAsserted(() -> assertThat(unread()).isZero());
        assertThat(came).isPositive();
        assertThat(received.get(0).sender().email()).isEqualTo("ana.ruiz@home.example");
    }

    @Test
    void Thirty_mails_at_once_all_arrive_in_order() {
        read(received::add);
        for (var i = 0; i < 30; i++) send("mail " + i);
        await().atMost(60, TimeUnit.SECONDS).until(() -> received.size() == 30);
        assertThat(subjects())
                .startsWith("mail 0", "mail 1")
                .endsWith("mail 29")
                .doesNotHaveDuplicates();
    }

    @Test
    void After_a_restart_only_what_came_since_is_read_even_if_somebody_opened_it() throws Exception {
        send("before");
        read(received::add);
        await().until(() -> received.size() == 1 && unread() == 0);
        mailbox.stop();

        send("opened by a person");
        markAllAsRead();
        read(received::add);

        await().until(() -> subjects().equals(List.of("before", "opened by a person")));
    }

    @Test
    void A_mailbox_seen_for_the_first_time_gives_only_its_unread_mail() throws Exception {
        send("years ago");
        markAllAsRead();
        send("unread");
        read(received::add);
        await().until(() -> unread() == 0);
        assertThat(subjects()).containsExactly("unread");
    }

    @Test
    void Without_IDLE_the_mailbox_is_looked_at_again_and_again() {
        mailbox = new Mailbox(account(), OAuthSettings.NO_TOKENS, watcher, parser(), positions, received::add, QUICK) {
            @Override
            boolean idle(MailboxConnection open) {
                return false;
            }
        };
        mailbox.start();
        send("first");
        await().until(() -> received.size() == 1);
        send("second");
        await().atMost(20, TimeUnit.SECONDS).until(() -> received.size() == 2);
    }

    @Test
    void The_server_announces_mail_to_one_that_waits() {
        send("waiting");
        read(received::add, new Mailbox.Pace(Duration.ofMinutes(9), QUICK.firstPause(), QUICK.longestPause()));
        await().until(() -> unread() == 0);
        await().pollDelay(2, TimeUnit.SECONDS).until(() -> true);

        send("announced");
        await().atMost(20, TimeUnit.SECONDS).until(() -> received.size() == 2);
    }

    @Test
    void Mail_that_was_announced_before_the_waiting_began_is_found_by_the_next_look() {
        mailbox = new Mailbox(account(), OAuthSettings.NO_TOKENS, watcher, parser(), positions, received::add, QUICK) {
            @Override
            boolean idle(MailboxConnection open) throws MessagingException {
                if (received.isEmpty()) {
                    send("announced too early");
                    open.folder().doCommand(server -> {
                        server.noop();
                        return null;
                    });
                    await().pollDelay(300, TimeUnit.MILLISECONDS).until(() -> true);
                }
                return super.idle(open);
            }
        };
        mailbox.start();
        await().atMost(20, TimeUnit.SECONDS).until(() -> subjects().contains("announced too early"));
    }

    @Test
    void While_the_database_is_away_the_mail_waits_and_then_comes_in_order() {
        var down = new boolean[] {true};
        send("one");
        send("two");
        read(mail -> {
            if (down[0]) throw new IllegalStateException("connection refused");
            received.add(mail);
        });
        await().pollDelay(400, TimeUnit.MILLISECONDS).until(() -> unread() == 2);
        assertThat(received).isEmpty();

        down[0] = false;
        await().until(() -> subjects().size() == 2);
        assertThat(received).extracting(Inbound::externalId).doesNotHaveDuplicates();
    }

    @Test
    void A_mail_that_can_never_be_stored_as_read_is_stored_as_it_came_and_blocks_nobody() {
        send("poison");
        send("harmless");
        read(mail -> {
            if ("poison".equals(mail.subject())) throw new IllegalArgumentException("cannot be stored");
            received.add(mail);
        });
        await().until(() -> received.size() == 2);
        assertThat(received.get(0).attachments()).extracting(file -> file.name).containsExactly("message.eml");
        assertThat(received.get(1).subject()).isEqualTo("harmless");
    }

    @Test
    void A_mail_that_the_server_cannot_hand_over_is_told_of_and_stays_unread() throws Exception {
        send("stuck");
        send("harmless");
        mailbox = new Mailbox(account(), OAuthSettings.NO_TOKENS, watcher, parser(), positions, received::add, QUICK) {
            @Override
            RawMail fetch(IMAPMessage message) throws MessagingException, IOException {
                if (message.getSubject().equals("stuck")) throw new MessagingException("NO internal error");
                return super.fetch(message);
            }
        };
        mailbox.start();
        await().until(() -> received.size() == 2);
        assertThat(received.get(0).text()).contains("mail 1 of imap://", "NO internal error", "still in the mailbox");
        assertThat(received.get(0).automatic()).isTrue();
        await().untilAsserted(() -> assertThat(unread()).isEqualTo(1));
    }

    @Test
    void When_the_mail_server_goes_away_and_comes_back_reading_goes_on() throws Exception {
        read(received::add);
        send("before");
        await().until(() -> received.size() == 1);

        var setups = new ServerSetup[] {
            server.getSmtp().getServerSetup(), server.getImap().getServerSetup()
        };
        server.stop();
        // GreenMail takes the second of its start as UIDVALIDITY.
        await().pollDelay(1100, TimeUnit.MILLISECONDS).until(() -> true);
        server = new GreenMail(setups);
        server.start();
        server.setUser(DISTRICT, DISTRICT, "secret");
        send("after");

        await().atMost(15, TimeUnit.SECONDS).until(() -> subjects().contains("after"));
        assertThat(troubles).isNotEmpty();
    }

    @Test
    void Every_ugly_mail_comes_through_IMAP() throws Exception {
        var inbox = server.getUserManager().getUserByEmail(DISTRICT);
        var sent = 0;
        try (var corpus = Files.newDirectoryStream(Path.of("src/test/resources/mail"), "*.eml")) {
            for (var file : corpus) {
                try (var in = Files.newInputStream(file)) {
                    inbox.deliver(new MimeMessage((Session) null, in));
                    sent++;
                } catch (IllegalStateException refusedByTheServer) {
                    assertThat(file).hasFileName("broken-content-type.eml");
                }
            }
        }
        var expected = sent;
        read(received::add);
        await().atMost(90, TimeUnit.SECONDS).until(() -> received.size() >= expected);
        assertThat(received).extracting(Inbound::subject).doesNotContain("A mail that could not be fetched");
    }

    private void read(Consumer<Inbound> deliver) {
        read(deliver, QUICK);
    }

    private void read(Consumer<Inbound> deliver, Mailbox.Pace pace) {
        mailbox = new Mailbox(account(), OAuthSettings.NO_TOKENS, watcher, parser(), positions, deliver, pace);
        mailbox.start();
    }

    private MailParser parser() {
        return new MailParser(Set.of(DISTRICT));
    }

    private MailAccount account() {
        var url = "imap://help%40maple.example:secret@127.0.0.1:"
                + server.getImap().getPort() + "/INBOX";
        return MailAccount.of("url", url, Set.of("imap"));
    }

    private void send(String subject) {
        GreenMailUtil.sendTextEmail(
                DISTRICT,
                "ana.ruiz@home.example",
                subject,
                "The bus is late.",
                server.getSmtp().getServerSetup());
    }

    private List<String> subjects() {
        return received.stream().map(Inbound::subject).toList();
    }

    private long unread() throws MessagingException {
        var unread = 0;
        for (var mail : server.getReceivedMessagesForDomain(DISTRICT)) if (!mail.isSet(Flags.Flag.SEEN)) unread++;
        return unread;
    }

    private void markAllAsRead() throws Exception {
        var user = server.getUserManager().getUserByEmail(DISTRICT);
        var inbox = server.getManagers().getImapHostManager().getInbox(user);
        for (var mail : inbox.getMessages())
            inbox.setFlags(new Flags(Flags.Flag.SEEN), true, mail.getUid(), null, true);
    }

    private final class RememberedPositions extends MailboxPositions {
        @Override
        Optional<Position> of(String mailbox) {
            return Optional.ofNullable(held.get(mailbox));
        }

        @Override
        void keep(String mailbox, Position position) {
            held.put(mailbox, position);
        }
    }
}
