package org.rightdoor.faults;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rightdoor.Pooler;
import org.rightdoor.RunningApplication;
import org.rightdoor.TestDistrict;
import org.rightdoor.TwilioStandIn;

/** The packaged application with everything around it that can break, and a network between each two of them. */
final class Stage implements AutoCloseable {

    private static final String LOGIN = TestDistrict.MAIL.replace("@", "%40") + ":secret@127.0.0.1:";

    final Path home;
    final Map<String, String> more = new HashMap<>();
    final TwilioStandIn twilio = TwilioStandIn.open();
    final GreenMail mail = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
    });
    final TcpProxy toTwilio;
    final TcpProxy toSmtp;
    final TcpProxy toImap;
    final TcpProxy toDatabase;
    private final Pooler pooler;
    volatile FragilePostgres database;
    volatile RunningApplication application;

    Stage(Path home, Path databaseFiles) throws Exception {
        this.home = home;
        mail.start();
        mail.setUser(TestDistrict.MAIL, TestDistrict.MAIL, "secret");
        database = FragilePostgres.in(databaseFiles, RunningApplication.freePort());
        toDatabase = TcpProxy.to(database.port);
        pooler = Pooler.WANTED.isEmpty() ? null : Pooler.before(toDatabase.port(), Pooler.WANTED);
        toTwilio = TcpProxy.to(java.net.URI.create(twilio.address()).getPort());
        toSmtp = TcpProxy.to(mail.getSmtp().getPort());
        toImap = TcpProxy.to(mail.getImap().getPort());
        startApplication();
    }

    void startApplication() throws Exception {
        launchApplication().untilReady();
    }

    RunningApplication launchApplication() throws Exception {
        application = another(home);
        return application;
    }

    /** One more replica, which is the caller's to close. */
    RunningApplication another(Path itsHome) throws Exception {
        takeTrainedModel(itsHome);
        var settings = new HashMap<>(Map.of(
                "RIGHTDOOR_DATABASE_URL",
                database.address(pooler == null ? toDatabase.port() : pooler.port),
                "RIGHTDOOR_PUBLIC_URL",
                Families.PUBLIC_URL,
                "RIGHTDOOR_QUESTIONS_PER_MINUTE",
                "1000000",
                "RIGHTDOOR_SMTP_URL",
                "smtp://" + LOGIN + toSmtp.port(),
                "RIGHTDOOR_IMAP_URL",
                "imap://" + LOGIN + toImap.port() + "/INBOX",
                "RIGHTDOOR_MAIL_FROM",
                TestDistrict.MAIL,
                "RIGHTDOOR_TWILIO_TEXTS_PER_SECOND",
                "200",
                "RIGHTDOOR_TWILIO_ANSWERS_WITHIN",
                "PT5S"));
        settings.put("TWILIO_ACCOUNT_SID", TestDistrict.ACCOUNT_SID);
        settings.put("TWILIO_AUTH_TOKEN", TestDistrict.AUTH_TOKEN);
        settings.put("TWILIO_FROM", TestDistrict.PHONE);
        settings.put("TWILIO_API_BASE", "http://127.0.0.1:" + toTwilio.port());
        if (Pooler.WANTED.equals("transaction"))
            settings.put("RIGHTDOOR_DATABASE_DIRECT_URL", database.address(toDatabase.port()));
        settings.putAll(more);
        return RunningApplication.start(itsHome, settings);
    }

    /** Mails that wait in the district's mailbox; their names. */
    Set<String> mailToTheDistrict(int many) throws Exception {
        var inbox = mail.getUserManager().getUserByEmail(TestDistrict.MAIL);
        var names = new HashSet<String>();
        for (var i = 0; i < many; i++) {
            var n = Families.nextMail();
            inbox.deliver(new MimeMessage(
                    null, new ByteArrayInputStream(Families.mail(n).getBytes(StandardCharsets.UTF_8))));
            names.add(Families.externalId(n));
        }
        return names;
    }

    /** Acknowledged messages that are nowhere. */
    long lost(Set<String> acknowledged) throws SQLException {
        var held = 0L;
        try (var connection = database.connect();
                var statement =
                        connection.prepareStatement("select count(*) from contact where external_id = any (?)")) {
            statement.setArray(1, connection.createArrayOf("text", acknowledged.toArray()));
            try (var rows = statement.executeQuery()) {
                rows.next();
                held = rows.getLong(1);
            }
        }
        return acknowledged.size() - held;
    }

    /** Texts and mails that reached a family more than once; each family has written once. */
    long twice() {
        var texts = twilio.texts().stream().map(text -> text.to() + text.body());
        var mails = Stream.of(mail.getReceivedMessages())
                .map(Stage::recipientAndSubject)
                .filter(reply -> !reply.startsWith(TestDistrict.MAIL));
        return Stream.concat(texts, mails)
                .collect(Collectors.groupingBy(to -> to, Collectors.counting()))
                .values()
                .stream()
                .filter(times -> times > 1)
                .mapToLong(times -> times - 1)
                .sum();
    }

    /** Rows that wait for something that will not come; asked until there is none, or for so long without any progress. */
    long stuck(Duration patience) throws Exception {
        var until = System.nanoTime() + patience.toNanos();
        var least = Long.MAX_VALUE;
        while (true) {
            // A reply that was tried in vain waits for its next try on purpose.
            var waiting = database.count(
                    "select count(*) from reply where state = 'CLAIMED' or state = 'QUEUED' and next_try_at < now()");
            if (waiting == 0 || System.nanoTime() > until) return waiting;
            if (waiting < least) until = System.nanoTime() + patience.toNanos();
            least = Math.min(least, waiting);
            Thread.sleep(200);
        }
    }

    /** Replies that staff are told did not arrive, or may not have. */
    long leftToStaff() throws SQLException {
        return database.count("select count(*) from reply where state = 'FAILED'");
    }

    /** Whatever else is to be done to what was taken, and is not yet. */
    long unfinished() throws SQLException {
        return database.count(
                """
                select (select count(*) from reply where state = 'CLAIMED')
                     + (select count(*) from alert_notice where state in ('QUEUED', 'CLAIMED') and next_try_at < now())
                     + (select count(*) from awaited_media where state in ('WAITING', 'CLAIMED') and next_try_at < now())
                     + (select count(*) from measure_due)""");
    }

    /** What is tried again later is tried now, and a sender who died a while ago has been dead for five minutes. */
    void hurry() throws Exception {
        Thread.sleep(6_000);
        database.run("update reply set next_try_at = now() where state = 'QUEUED'");
        database.run(
                """
                update reply set claimed_at = claimed_at - interval '5 minutes'
                where state = 'CLAIMED' and claimed_at < now() - interval '5 seconds'""");
    }

    private static String recipientAndSubject(MimeMessage mail) {
        try {
            return mail.getRecipients(RecipientType.TO)[0] + mail.getSubject();
        } catch (jakarta.mail.MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static void takeTrainedModel(Path home) throws Exception {
        var trained = Path.of("target/test-data/model");
        if (!Files.isDirectory(trained) || Files.exists(home.resolve("model"))) return;
        Files.createDirectories(home.resolve("model"));
        try (var files = Files.list(trained)) {
            for (var file : files.filter(Files::isRegularFile).toList())
                Files.copy(file, home.resolve("model").resolve(file.getFileName()));
        }
    }

    @Override
    public void close() throws Exception {
        application.close();
        if (pooler != null) pooler.close();
        for (var network : new TcpProxy[] {toTwilio, toSmtp, toImap, toDatabase}) network.close();
        database.close();
        twilio.close();
        mail.stop();
    }
}
