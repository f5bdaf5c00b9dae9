package org.rightdoor;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** What a district has around RightDoor: a PostgreSQL, a mail server, and Twilio's interface. One for all tests. */
public class TestDistrict implements QuarkusTestResourceLifecycleManager {

    private static final int PORT = port();

    /** Where the application under test is reached; another port each time, so that tests can run side by side. */
    public static final String PUBLIC_URL = "http://localhost:" + PORT;

    public static final String API_KEY = "key-of-the-tests";
    public static final String ACCOUNT_SID = "AC0123456789abcdef0123456789abcdef";
    public static final String AUTH_TOKEN = "token-of-the-tests";
    public static final String PHONE = "+14105550100";
    public static final String MAIL = "help@maple.example";

    /** Name under which the district's mail server writes what it found about senders. */
    public static final String MAIL_SERVER = "mx.maple.example";

    private static final String MAIL_PASSWORD = "secret";

    /** Who the application is for the database: not the owner of the tables. */
    public static final String ROLE = "rightdoor_application";

    private static final Path DATA = Path.of("target/test-data");

    private static EmbeddedPostgres database;
    private static Pooler pooler;
    private static GreenMail mailServer;
    private static TwilioStandIn twilio;

    @Override
    public Map<String, String> start() {
        LearnedModel.in(DATA);
        try {
            database = EmbeddedPostgres.builder().start();
            run("create role " + ROLE + " login");
            mailServer = startMailServer();
            twilio = new TwilioStandIn();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        // As docs/records.md asks of an installation: who owns the tables only migrates them.
        var settings = new HashMap<>(throughPooler(address(ROLE)).settings());
        settings.putAll(address("postgres").settingsOfOwner());
        if (Pooler.WANTED.equals("transaction"))
            settings.putAll(DatabaseAddress.settingsPastPooler(
                    "postgresql://" + ROLE + ":any@127.0.0.1:" + database.getPort() + "/postgres"));
        settings.put("quarkus.http.test-port", Integer.toString(PORT));
        settings.put("rightdoor.public-url", PUBLIC_URL);
        settings.put("rightdoor.data", DATA.toString());
        settings.put("rightdoor.api-key", API_KEY);
        // Programs of the tests that are told what happens listen there.
        settings.put("rightdoor.inside-hosts", "127.0.0.1");
        // Administrators of the tests would have to set up an app first.
        settings.put("rightdoor.second-factor", "optional");
        settings.put("rightdoor.slow-after", "PT5S");
        settings.put("rightdoor.longest-wait", "PT6S");
        // All tests come from one address, and more of them than a school.
        settings.put("rightdoor.questions-per-minute", "100000");
        // What is answered has left; tests of taking back say themselves how long it is held.
        settings.put("rightdoor.take-back", "PT0S");
        settings.put("rightdoor.twilio.account-sid", ACCOUNT_SID);
        settings.put("rightdoor.twilio.auth-token", AUTH_TOKEN);
        settings.put("rightdoor.twilio.from", PHONE);
        settings.put("rightdoor.twilio.api-base", twilio.address());
        settings.put("rightdoor.twilio.answers-within", "PT5S");
        var login = MAIL.replace("@", "%40") + ":" + MAIL_PASSWORD;
        settings.put(
                "rightdoor.mail.smtp-url",
                "smtp://" + login + "@127.0.0.1:" + mailServer.getSmtp().getPort());
        settings.put(
                "rightdoor.mail.imap-url",
                "imap://" + login + "@127.0.0.1:" + mailServer.getImap().getPort() + "/INBOX");
        settings.put("rightdoor.mail.from", MAIL);
        settings.put("rightdoor.mail.authserv-id", MAIL_SERVER);
        return settings;
    }

    @Override
    public void stop() {
        try {
            twilio.close();
            mailServer.stop();
            if (pooler != null) pooler.close();
            database.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** The mail server that the district's mailbox lives on; families' mailboxes appear with their first mail. */
    public static GreenMail mailServer() {
        return mailServer;
    }

    /** What stands in for Twilio, with the texts that RightDoor has sent. */
    public static TwilioStandIn twilio() {
        return twilio;
    }

    public static EmbeddedPostgres database() {
        return database;
    }

    private static DatabaseAddress address(String user) {
        return new DatabaseAddress("127.0.0.1", database.getPort(), "postgres", user, "any");
    }

    /** Where {@code POOLER} says so, to see what a pooler breaks; docs/operations.md. */
    private static DatabaseAddress throughPooler(DatabaseAddress address) {
        if (Pooler.WANTED.isEmpty()) return address;
        try {
            pooler = Pooler.before(address.port(), Pooler.WANTED);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new DatabaseAddress(address.host(), pooler.port, address.name(), address.user(), address.password());
    }

    private static void run(String statement) throws IOException {
        try (var connection = database.getPostgresDatabase().getConnection();
                var prepared = connection.prepareStatement(statement)) {
            prepared.execute();
        } catch (SQLException failure) {
            throw new IOException(failure);
        }
    }

    // Remembered beyond this class, which is loaded once for the application and once for the tests.
    private static int port() {
        var name = "port-of-the-tests";
        try {
            if (System.getProperty(name) == null) {
                System.setProperty(name, Integer.toString(RunningApplication.freePort()));
            }
            return Integer.getInteger(name);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    private static GreenMail startMailServer() {
        var server = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
        });
        server.start();
        server.setUser(MAIL, MAIL, MAIL_PASSWORD);
        return server;
    }
}
