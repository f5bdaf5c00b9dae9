package org.rightdoor;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two replicas of the packaged application on one database, and Twilio, which delivers everything three times. */
class ReplicasIT {

    private static final int FAMILIES = 200;
    private static final int DELIVERIES = 3;
    private static final String PUBLIC_URL = "http://help.maple.example";
    private static final String SMS = "/webhooks/twilio/sms";

    @TempDir
    Path data;

    private final AtomicInteger retries = new AtomicInteger();

    @Test
    void
            Two_hundred_texts_each_delivered_three_times_at_once_are_two_hundred_contacts_and_replies_though_one_replica_dies()
                    throws Exception {
        var start = Instant.now();
        try (var database = EmbeddedPostgres.builder().start();
                var twilio = TwilioStandIn.open();
                var one = replica("one", database, twilio).untilReady();
                var two = replica("two", database, twilio).untilReady()) {
            atTwoDesks(database, one, two);
            twilio.takesItsTime(Duration.ofMillis(60));
            var ready = Instant.now();
            deliver(twilio, List.of(one, two), () -> twilio.texts().size() >= FAMILIES / 4);
            var taken = Instant.now();
            await().atMost(120, SECONDS)
                    .until(() -> count(database, "reply where state in ('QUEUED', 'CLAIMED')") == 0);

            var perFamily = twilio.texts().stream()
                    .collect(Collectors.groupingBy(TwilioStandIn.Text::to, Collectors.counting()));
            System.out.printf(
                    "%d texts x %d deliveries (%d tried again after a 503 or a dead replica): %d contacts, %d cases, "
                            + "%d replies SENT, %d texts at Twilio to %d numbers; ready %d s, taken %d s, sent %d s%n",
                    FAMILIES,
                    DELIVERIES,
                    retries.get(),
                    count(database, "contact"),
                    count(database, "inquiry"),
                    count(database, "reply where state = 'SENT'"),
                    twilio.texts().size(),
                    perFamily.size(),
                    Duration.between(start, ready).toSeconds(),
                    Duration.between(ready, taken).toSeconds(),
                    Duration.between(taken, Instant.now()).toSeconds());

            assertThat(count(database, "contact where channel = 'SMS'")).isEqualTo(FAMILIES);
            assertThat(count(database, "inquiry where department <> 'legal'")).isEqualTo(FAMILIES);
            assertThat(count(database, "reply where channel = 'SMS'")).isEqualTo(FAMILIES);
            assertThat(count(database, "reply where channel = 'SMS' and state = 'SENT'"))
                    .isEqualTo(FAMILIES);
            assertThat(perFamily)
                    .hasSize(FAMILIES)
                    .allSatisfy((number, texts) -> assertThat(texts).as(number).isEqualTo(1));
        }
    }

    /** Somebody takes a case at one replica, and a colleague's list at the other shows it within a second; then both write. */
    private static void atTwoDesks(EmbeddedPostgres database, RunningApplication one, RunningApplication two)
            throws Exception {
        var number = run(
                database,
                """
                with writer as (insert into person (name) values ('Ana Ruiz') returning id),
                matter as (insert into inquiry (person_id, subject, department, opened_at, last_contact_at, waiting_since, contacts)
                           select id, 'Who may see the minutes?', 'legal', now(), now(), now(), 1 from writer
                           returning number, person_id),
                words as (insert into contact (inquiry_number, person_id, channel, external_id, at, text, counts)
                          select number, person_id, 'WEB', 'minutes', now(), 'Who may see the minutes?', true from matter)
                insert into case_link (token, inquiry_number, whole) select 'minutes', number, true from matter
                returning inquiry_number""");
        for (var name : List.of("Robin", "Kim")) {
            run(
                    database,
                    "insert into staff (email, name, password, roles, departments) values ('"
                            + name.toLowerCase(Locale.ROOT)
                            + "@maple.example', '" + name + " Lee', '" + BcryptUtil.bcryptHash(TestStaff.PASSWORD)
                            + "', 'agent', '{legal}') returning id");
        }
        try (var desks = new TwoDesks(PUBLIC_URL, one, two, "robin@maple.example", "kim@maple.example")) {
            var millis = desks.untilTakenIsSeen(number, "Robin Lee");
            System.out.printf("taken at one replica, seen at the other after %d ms%n", millis);
            assertThat(millis).isLessThan(1_000);
            desks.bothWrite(number);
            assertThat(count(database, "reply where channel = 'WEB'")).isEqualTo(2);
        }
    }

    private static long run(EmbeddedPostgres database, String statement) throws SQLException {
        try (var connection = database.getPostgresDatabase().getConnection();
                var row = connection.createStatement().executeQuery(statement)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Kills the first replica as soon as it is time; what it does not answer goes to the other one, as a proxy would. */
    private void deliver(TwilioStandIn twilio, List<RunningApplication> replicas, Callable<Boolean> timeToKill)
            throws Exception {
        var threads = Executors.newFixedThreadPool(2 * DELIVERIES);
        try {
            var killed = threads.submit(() -> {
                while (!timeToKill.call()) Thread.sleep(5);
                replicas.get(0).kill();
                return null;
            });
            for (var i = 0; i < FAMILIES; i++) {
                var form = form(i);
                var attempts = new ArrayList<Callable<Integer>>();
                for (var n = 0; n < DELIVERIES; n++) {
                    var first = replicas.get((i + n) % 2);
                    attempts.add(() -> untilTaken(twilio, form, first, replicas.get(1)));
                }
                for (var attempt : threads.invokeAll(attempts))
                    assertThat(attempt.get()).isEqualTo(200);
            }
            killed.get(60, SECONDS);
        } finally {
            threads.shutdownNow();
        }
    }

    private int untilTaken(
            TwilioStandIn twilio, Map<String, String> form, RunningApplication first, RunningApplication second)
            throws InterruptedException {
        var status = post(twilio, form, first);
        for (var i = 0; i < 50 && status != 200; i++) {
            retries.incrementAndGet();
            Thread.sleep(200);
            status = post(twilio, form, second);
        }
        return status;
    }

    private static int post(TwilioStandIn twilio, Map<String, String> form, RunningApplication replica)
            throws InterruptedException {
        try {
            return twilio.post("http://127.0.0.1:" + replica.port + SMS, PUBLIC_URL + SMS, form);
        } catch (IOException dead) {
            return 0;
        }
    }

    private static Map<String, String> form(int i) {
        return Map.of(
                "MessageSid",
                "SM%032d".formatted(i),
                "AccountSid",
                TestDistrict.ACCOUNT_SID,
                "From",
                "+1410555%04d".formatted(2_000 + i),
                "To",
                TestDistrict.PHONE,
                "NumMedia",
                "0",
                "Body",
                "Bus " + (i % 40) + " has not come yet, where is it?");
    }

    private RunningApplication replica(String name, EmbeddedPostgres database, TwilioStandIn twilio)
            throws IOException {
        var home = data.resolve(name);
        takeTrainedModel(home);
        return RunningApplication.start(
                home,
                Map.of(
                        "RIGHTDOOR_DATABASE_URL",
                        "postgresql://postgres:postgres@127.0.0.1:" + database.getPort() + "/postgres",
                        "RIGHTDOOR_PUBLIC_URL",
                        PUBLIC_URL,
                        "TWILIO_ACCOUNT_SID",
                        TestDistrict.ACCOUNT_SID,
                        "TWILIO_AUTH_TOKEN",
                        TestDistrict.AUTH_TOKEN,
                        "TWILIO_FROM",
                        TestDistrict.PHONE,
                        "TWILIO_API_BASE",
                        twilio.address(),
                        "RIGHTDOOR_TWILIO_TEXTS_PER_SECOND",
                        "50",
                        "RIGHTDOOR_TWILIO_ANSWERS_WITHIN",
                        "PT5S"));
    }

    private static void takeTrainedModel(Path home) throws IOException {
        var trained = Path.of("target/test-data/model");
        if (!Files.isDirectory(trained)) return;
        Files.createDirectories(home.resolve("model"));
        try (var files = Files.list(trained)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, home.resolve("model").resolve(file.getFileName()));
            }
        }
    }

    private static long count(EmbeddedPostgres database, String rows) {
        try (var connection = database.getPostgresDatabase().getConnection();
                var found = connection.createStatement().executeQuery("select count(*) from " + rows)) {
            found.next();
            return found.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
