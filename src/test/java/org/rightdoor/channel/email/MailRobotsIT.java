package org.rightdoor.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.rightdoor.TestDistrict;

/** A thousand mails, among them duplicates, absences, bounces, and robots that answer everything; see bench/mail-robots.sh. */
@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class MailRobotsIT {

    private static final int PEOPLE = 830;
    private static final int DUPLICATES = 50;
    private static final int AWAY = 50;
    private static final int BOUNCES = 50;
    private static final int ROBOTS = 20;
    private static final long QUIET_MILLIS = 6_000;
    private static final long LONGEST_MILLIS = 240_000;

    private static final String[] MATTERS = {
        "Bus 14 is late again, my son is still waiting at the stop.",
        "What is for lunch on Friday, and can I see my daughter's meal account?",
        "My daughter lost her chromebook in the gym, what do we do now?",
        "The transcript you sent me has the wrong birthday on it.",
        "Our nephew moves here from Peru next week. How do we enroll him?",
        "¿A qué hora pasa el autobús por la calle Oak?"
    };

    private final String run = UUID.randomUUID() + ".example";
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Integer> statuses = new HashMap<>();

    @Test
    @Timeout(value = 6, unit = TimeUnit.MINUTES)
    void A_thousand_mails_make_no_loop_no_duplicate_and_lose_nothing() throws Exception {
        var began = System.nanoTime();
        var people = IntStream.range(0, PEOPLE).mapToObj(this::question).toList();
        var robots =
                IntStream.range(0, ROBOTS).mapToObj(i -> robotMail(i, null, 0)).toList();
        var first = new ArrayList<>(people);
        first.addAll(robots);
        first.addAll(IntStream.range(0, DUPLICATES)
                .mapToObj(i -> duplicate(people, i))
                .toList());
        first.addAll(IntStream.range(0, AWAY).mapToObj(this::away).toList());
        push("first", first);
        awaitQuiet(Map.of());
        push("bounces", IntStream.range(0, BOUNCES).mapToObj(this::bounce).toList());
        var answered = letRobotsAnswer();
        var seconds = (System.nanoTime() - began) / 1_000_000_000;

        var contacts = count("select count(*) from contact where address like '%@" + run + "'");
        var expected = PEOPLE + AWAY + BOUNCES + ROBOTS + answered;
        var most = count(
                "select coalesce(max(n), 0) from (select count(*) n from reply where automatic and address like '%@"
                        + run + "' group by address) each");
        var failed = count("select count(*) from reply where state = 'FAILED' and address like 'p%@" + run + "'");
        var toAway = count("select count(*) from reply where address like 'away%@" + run + "'");
        var counted = count("select count(*) from contact where counts and address like 'away%@" + run + "'");
        System.out.printf(
                """

                | what                                                  | figure | wanted |
                |-------------------------------------------------------|-------:|-------:|
                | mails pushed, without the robots' answers             | %6d | %6d |
                | refused or failed                                     | %6d | %6d |
                | answered "held already"                               | %6d | %6d |
                | answers of the %d robots to what we sent              | %6d | <= %3d |
                | contacts kept                                         | %6d | %6d |
                | replies marked as bounced                             | %6d | %6d |
                | automatic replies to absence notices                  | %6d | %6d |
                | absence notices counted as contacts                   | %6d | %6d |
                | most automatic replies to one address within the hour | %6d | %6d |
                | seconds                                               | %6d | <= %3d |
                """,
                first.size() + BOUNCES,
                1000,
                status("other"),
                0,
                status("200"),
                DUPLICATES,
                ROBOTS,
                answered,
                ROBOTS,
                contacts,
                expected,
                failed,
                BOUNCES,
                toAway,
                0,
                counted,
                0,
                most,
                1,
                seconds,
                360);

        assertThat(first.size() + BOUNCES).isEqualTo(1000);
        assertThat(status("other")).isZero();
        assertThat(status("200")).isEqualTo(DUPLICATES);
        assertThat(contacts).isEqualTo(expected);
        assertThat(answered).isBetween(1L, (long) ROBOTS);
        assertThat(failed).isEqualTo(BOUNCES);
        assertThat(toAway).isZero();
        assertThat(counted).isZero();
        assertThat(most).isEqualTo(1);
    }

    private String question(int i) {
        // Every second one comes without Message-ID and is known by what it says.
        var id = i % 2 == 0 ? "Message-ID: <q" + i + "@" + run + ">\n" : "";
        return "Received: from here\nFrom: Parent <p" + i + "@" + run + ">\nTo: help@maple.example\n" + id
                + "Subject: question " + i + "\n\n" + MATTERS[i % MATTERS.length];
    }

    /** The same mail by another way: only what servers on the way wrote differs. */
    private static String duplicate(List<String> mails, int i) {
        return mails.get(i * 7).replace("Received: from here", "Received: from there");
    }

    private String away(int i) {
        var sign = i % 2 == 0
                ? "Auto-Submitted: auto-replied\nSubject: Re: your mail"
                : "Subject: Automatic reply: your mail";
        return "From: <away" + i + "@" + run + ">\nMessage-ID: <away" + i + "@" + run + ">\n" + sign
                + "\n\nI am out of the office until Monday.";
    }

    private String bounce(int i) {
        // Those of an even number wrote with a Message-ID, which says nothing about whether our answer came back.
        var address = "p" + i * 3 + "@" + run;
        return "From: <mailer-daemon@" + run + ">\nMessage-ID: <b" + i + "@" + run + ">\nSubject: Undelivered\n"
                + "Content-Type: multipart/report; boundary=r\n\n--r\n\nSorry.\n--r\nContent-Type: message/delivery-status\n\n"
                + "Reporting-MTA: dns; mx\n\nFinal-Recipient: rfc822; " + address
                + "\nAction: failed\nStatus: 5.1.1\n--r\n"
                + "Content-Type: text/rfc822-headers\n\nMessage-ID: " + idOfMailTo(address) + "\n--r--";
    }

    /** Robots with few manners: some name what they answer, some do not, one in four says that it is one. */
    private String robotMail(int robot, String answered, int count) {
        var manners = robot % 4;
        var headers = new StringBuilder("From: <robot" + robot + "@" + run + ">\nMessage-ID: <r" + robot + "." + count
                + "@" + run + ">\nSubject: " + (manners == 1 ? "Ticket " + robot + "-" + count : "Re: your message")
                + "\n");
        if (answered != null && manners != 1)
            headers.append("In-Reply-To: ").append(answered).append('\n');
        if (manners == 2) headers.append("Auto-Submitted: auto-generated\n");
        return headers + "\nYour message has reached us and has number " + robot + "-" + count
                + ". We will look into it.";
    }

    /** Until nothing has left for a while: each robot answers each of our mails at once. */
    private long letRobotsAnswer() throws Exception {
        var answered = new HashMap<Integer, Integer>();
        for (var i = 0; i < ROBOTS; i++) answered.put(i, 0);
        awaitQuiet(answered);
        return answered.values().stream().mapToInt(Integer::intValue).sum();
    }

    private void awaitQuiet(Map<Integer, Integer> answered) throws Exception {
        var until = System.currentTimeMillis() + LONGEST_MILLIS;
        var quietSince = System.currentTimeMillis();
        var sent = -1L;
        while (System.currentTimeMillis() - quietSince < QUIET_MILLIS) {
            if (System.currentTimeMillis() > until) throw new TimeoutException("Mail never comes to rest");
            var now = count("select count(*) from reply where state <> 'QUEUED' and address like '%@" + run + "'")
                    + 100_000
                            * count(
                                    "select count(*) from reply where state in ('QUEUED', 'CLAIMED') and address like '%@"
                                            + run + "'");
            for (var robot : answered.keySet()) {
                var mails = mailsTo("robot" + robot + "@" + run);
                while (answered.get(robot) < mails.length) {
                    var mail = mails[answered.get(robot)];
                    push(
                            "answers",
                            List.of(robotMail(robot, mail.getMessageID(), answered.merge(robot, 1, Integer::sum))));
                    sent = -1;
                }
            }
            if (now != sent || now >= 100_000) quietSince = System.currentTimeMillis();
            sent = now;
            Thread.sleep(300);
        }
    }

    private static MimeMessage[] mailsTo(String address) {
        return TestDistrict.mailServer().getReceivedMessagesForDomain(address);
    }

    private static String idOfMailTo(String address) {
        return GreenMailUtil.getHeaders(mailsTo(address)[0])
                .lines()
                .filter(line -> line.startsWith("Message-ID: "))
                .map(line -> line.substring("Message-ID: ".length()).strip())
                .findFirst()
                .orElseThrow();
    }

    private void push(String what, List<String> mails) throws Exception {
        var pool = Executors.newFixedThreadPool(8);
        try {
            var pushes = mails.stream()
                    .map(mail -> (Callable<Integer>) () -> post(mail))
                    .toList();
            for (var push : pool.invokeAll(pushes)) {
                var status = push.get();
                statuses.merge(status == 200 || status == 201 ? status.toString() : "other", 1, Integer::sum);
            }
        } finally {
            pool.shutdown();
        }
    }

    private int post(String mail) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(TestDistrict.PUBLIC_URL + "/webhooks/email"))
                .header("Content-Type", "message/rfc822")
                .header("Authorization", "Bearer " + TestDistrict.API_KEY)
                .POST(HttpRequest.BodyPublishers.ofString(mail))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private long status(String name) {
        return statuses.getOrDefault(name, 0);
    }

    private static long count(String query) throws SQLException {
        try (var connection = TestDistrict.database().getPostgresDatabase().getConnection();
                var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
