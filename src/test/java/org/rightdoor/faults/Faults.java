package org.rightdoor.faults;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.rightdoor.RunningApplication;

/**
 * Everything that breaks. {@code KILLS} (1), {@code PAUSE} seconds (4) and {@code CUT} seconds (3) make it as long as one
 * likes.
 */
final class Faults {

    static final int KILLS = setting("KILLS", 1);
    static final Duration PAUSE = Duration.ofSeconds(setting("PAUSE", 4));
    static final Duration CUT = Duration.ofSeconds(setting("CUT", 3));

    /** After 15, 30, 60 ... seconds. */
    private static final int TRIES_IN_AN_HOUR = 8;

    /** At most, after it could not be read for some minutes. */
    private static final Duration MAILBOX_IS_TRIED_EVERY = Duration.ofMinutes(2);

    /** Where Debian's package puts it. */
    static final Path FAKETIME = Path.of("/usr/lib/" + arch() + "-linux-gnu/faketime/libfaketime.so.1");

    private Faults() {}

    /** Those that tell most in a minute. */
    static List<Fault> essential() {
        return List.of(
                new Fault(
                        "application killed (-9) " + KILLS + (KILLS == 1 ? " time" : " times"),
                        Faults::killApplication),
                new Fault("PostgreSQL killed (-9) and restarted", Faults::killDatabase),
                new Fault("network to the database cut for " + CUT.toSeconds() + " s", Faults::cutDatabase),
                new Fault("Twilio answers garbage, then 429, then hangs up", Faults::troubleTwilio));
    }

    static List<Fault> all() {
        var all = new ArrayList<>(essential());
        all.add(new Fault("PostgreSQL stands still for " + PAUSE.toSeconds() + " s", Faults::pauseDatabase));
        all.add(new Fault("PostgreSQL out of connections for " + CUT.toSeconds() + " s", Faults::takeAllConnections));
        all.add(new Fault("network to the database silent for " + CUT.toSeconds() + " s", Faults::silenceDatabase));
        all.add(new Fault("Twilio slower than we wait, for " + CUT.toSeconds() + " s", Faults::slowTwilio));
        all.add(new Fault("SMTP and IMAP down, each mail tried as often as in an hour", Faults::cutMail));
        all.add(new Fault("200 clients that hang up mid-request", Faults::hangUp));
        all.add(new Fault("request storm at five times what it serves", new Storm()::strike));
        if (Files.exists(FAKETIME)) all.add(new Fault("clock jumps an hour ahead and back", Faults::jumpClock));
        all.add(new Fault("disk of PostgreSQL full", Faults::fillDisk));
        all.add(new Fault("failover to a streaming standby", Faults::failOver));
        return all;
    }

    /** Each fifth time it is hit while it starts. */
    private static void killApplication(Stage stage) throws Exception {
        for (var i = 0; i < KILLS; i++) {
            Thread.sleep(ThreadLocalRandom.current().nextLong(200, 2_000));
            stage.application.kill();
            if (i % 5 == 3 && i < KILLS - 1) stage.launchApplication();
            else stage.startApplication();
        }
    }

    private static void killDatabase(Stage stage) throws Exception {
        stage.database.kill();
        Thread.sleep(CUT.toMillis());
        stage.database.start();
    }

    private static void pauseDatabase(Stage stage) throws Exception {
        stage.database.pause();
        Thread.sleep(PAUSE.toMillis());
        stage.database.resume();
    }

    private static void cutDatabase(Stage stage) throws Exception {
        stage.toDatabase.cut();
        Thread.sleep(CUT.toMillis());
        stage.toDatabase.mend();
    }

    private static void silenceDatabase(Stage stage) throws Exception {
        stage.toDatabase.goSilent();
        Thread.sleep(CUT.toMillis());
        stage.toDatabase.mend();
    }

    /** Others take every place as soon as the application's connections are gone. */
    private static void takeAllConnections(Stage stage) throws Exception {
        var taken = new ArrayList<Connection>();
        try {
            takeWhatIsFree(stage, taken);
            stage.toDatabase.cut();
            Thread.sleep(300);
            takeWhatIsFree(stage, taken);
            stage.toDatabase.mend();
            Thread.sleep(CUT.toMillis());
        } finally {
            for (var connection : taken) connection.close();
        }
    }

    private static void takeWhatIsFree(Stage stage, List<Connection> taken) {
        try {
            while (taken.size() < 100) taken.add(stage.database.connect());
        } catch (SQLException none) {
            // all are taken
        }
    }

    private static void troubleTwilio(Stage stage) throws Exception {
        for (var answer : List.of(
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n<garbage>",
                "HTTP/1.1 429 Too Many Requests\r\nContent-Type: application/json\r\nContent-Length: 42\r\n\r\n{\"code\":20429,\"message\":\"\",\"status\":\"429\"}")) {
            stage.toTwilio.alwaysAnswer(answer);
            Thread.sleep(CUT.toMillis() / 2);
        }
        stage.toTwilio.cut();
        Thread.sleep(CUT.toMillis() / 2);
        stage.toTwilio.mend();
    }

    private static void slowTwilio(Stage stage) throws Exception {
        stage.twilio.takesItsTime(Duration.ofSeconds(7));
        Thread.sleep(Math.max(CUT.toMillis(), 8_000));
        stage.twilio.takesItsTime(Duration.ZERO);
    }

    private static void cutMail(Stage stage) throws Exception {
        stage.toSmtp.cut();
        stage.toImap.cut();
        var mails = stage.mailToTheDistrict(20);
        var end = System.nanoTime() + PAUSE.toNanos();
        while (System.nanoTime() < end) {
            stage.database.run(
                    "update reply set next_try_at = now() where state = 'QUEUED' and channel = 'EMAIL' and attempts < "
                            + TRIES_IN_AN_HOUR);
            Thread.sleep(500);
        }
        stage.toSmtp.mend();
        stage.toImap.mend();
        var since = System.nanoTime();
        await().atMost(MAILBOX_IS_TRIED_EVERY.plusSeconds(20)).until(() -> stage.lost(mails) == 0);
        System.out.printf(
                "mail: tried up to %d times; the mailbox was read %.0f s after it was back%n",
                stage.database.count("select max(attempts) from reply where channel = 'EMAIL'"),
                (System.nanoTime() - since) / 1e9);
    }

    private static void hangUp(Stage stage) throws Exception {
        for (var i = 0; i < 200; i++) {
            try (var socket = new Socket("127.0.0.1", stage.application.port)) {
                socket.setSoLinger(true, 0);
                var body = "{\"text\":\"bus %d is late\",\"email\":\"gone-%d@family.example\"}".formatted(i, i);
                // Half of them before all is said.
                var length = body.length() + i % 2;
                socket.getOutputStream()
                        .write(("POST /api/inquiries HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                        + "Content-Length: " + length + "\r\n\r\n" + body)
                                .getBytes(StandardCharsets.UTF_8));
            } catch (IOException refused) {
                continue;
            }
        }
    }

    /** The application runs on a clock of its own from here on, which is set while it works. */
    private static void jumpClock(Stage stage) throws Exception {
        var clock = stage.home.resolve("clock");
        Files.writeString(clock, "+0");
        stage.more.putAll(java.util.Map.of(
                "LD_PRELOAD",
                FAKETIME.toString(),
                "FAKETIME_TIMESTAMP_FILE",
                clock.toString(),
                "FAKETIME_CACHE_DURATION",
                "1",
                // What measures how long something takes goes on as ever, or no thread of the JVM would sleep.
                "DONT_FAKE_MONOTONIC",
                "1",
                "FAKETIME_FORCE_MONOTONIC_FIX",
                "0"));
        stage.application.stop();
        stage.startApplication();
        for (var offset : List.of("+1h", "-1h", "+0")) {
            Files.writeString(clock, offset);
            Thread.sleep(CUT.toMillis());
        }
        stage.more.clear();
    }

    private static void fillDisk(Stage stage) throws Exception {
        var disk = stage.home.resolveSibling("disk");
        var filler = disk.resolve("filler");
        if (!Files.exists(disk.resolve("limited"))) throw new IllegalStateException(disk + " is no small disk");
        try (var out = Files.newOutputStream(filler)) {
            while (true) out.write(new byte[64 * 1024]);
        } catch (IOException full) {
            // as wanted
        }
        Thread.sleep(CUT.toMillis() + 2_000);
        Files.delete(filler);
        Thread.sleep(500);
        if (!stage.database.isAlive()) stage.database.start();
        else stage.database.untilItAnswers();
    }

    private static void failOver(Stage stage) throws Exception {
        var standby = stage.database.followedBy(
                stage.home.resolveSibling("standby-" + Instant.now().toEpochMilli()), RunningApplication.freePort());
        Thread.sleep(1_000);
        var primary = stage.database;
        primary.kill();
        standby.promote();
        stage.database = standby;
        stage.toDatabase.leadTo(standby.port);
    }

    static int setting(String name, int otherwise) {
        var value = System.getenv(name);
        return value == null || value.isBlank() ? otherwise : Integer.parseInt(value);
    }

    private static String arch() {
        return System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64";
    }
}
