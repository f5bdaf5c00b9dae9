package org.rightdoor.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.rightdoor.RunningApplication;
import org.rightdoor.TestDistrict;
import org.rightdoor.TwilioStandIn;

/**
 * Families who write by web, text and mail without a pause, each message until it has been acknowledged, as browsers, Twilio
 * and mail servers do. They remember what was acknowledged and what they were told otherwise.
 */
final class Families {

    static final String PUBLIC_URL = "https://help.maple.example";

    private static final String SMS = "/webhooks/twilio/sms";
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration TRIES_AGAIN_AFTER = Duration.ofMillis(300);

    /** Each is a message of one family, whose address it ends with. */
    private static final AtomicInteger MESSAGES = new AtomicInteger();

    private final IntSupplier port;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
    private final AtomicBoolean writing = new AtomicBoolean(true);
    private final List<Thread> writers = new ArrayList<>();
    final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    final Map<String, Integer> told = new ConcurrentSkipListMap<>();

    private Families(IntSupplier port) {
        this.port = port;
    }

    /** @param port where the application, or a proxy before several of them, is at each moment */
    static Families writing(int atOnce, IntSupplier port) {
        var families = new Families(port);
        for (var i = 0; i < atOnce; i++) {
            var writer = new Thread(families::write, "family");
            writer.setDaemon(true);
            families.writers.add(writer);
            writer.start();
        }
        return families;
    }

    /** No new messages; those under way are still sent until they are acknowledged, for a minute at most. */
    void stop() throws InterruptedException {
        writing.set(false);
        for (var writer : writers) writer.join(60_000);
    }

    /** At once, whatever is under way. */
    void interrupt() throws InterruptedException {
        writing.set(false);
        for (var writer : writers) writer.interrupt();
        for (var writer : writers) writer.join();
    }

    /** Milliseconds until a message that nobody has sent before is acknowledged. */
    long untilServed() throws InterruptedException {
        var since = System.nanoTime();
        while (true) {
            var n = MESSAGES.incrementAndGet();
            if (send(n) && acknowledged.add(externalId(n))) return (System.nanoTime() - since) / 1_000_000;
            Thread.sleep(100);
        }
    }

    private void write() {
        try {
            while (writing.get()) {
                var n = MESSAGES.incrementAndGet();
                var giveUpAt = Long.MAX_VALUE;
                while (System.nanoTime() < giveUpAt) {
                    if (send(n)) {
                        acknowledged.add(externalId(n));
                        break;
                    }
                    if (!writing.get() && giveUpAt == Long.MAX_VALUE) giveUpAt = System.nanoTime() + 50_000_000_000L;
                    Thread.sleep(TRIES_AGAIN_AFTER.toMillis());
                }
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean send(int n) throws InterruptedException {
        try {
            var answer = http.send(request(n), BodyHandlers.ofString());
            if (answer.statusCode() < 300) return true;
            var retry = answer.headers().firstValue("Retry-After").map(s -> ", Retry-After " + s);
            told.merge(answer.statusCode() + ": " + detail(answer.body()) + retry.orElse(""), 1, Integer::sum);
        } catch (ConnectException nobodyThere) {
            told.merge("nobody there", 1, Integer::sum);
        } catch (IOException cutOff) {
            told.merge("no answer", 1, Integer::sum);
        }
        return false;
    }

    private static String detail(String body) {
        try {
            return new ObjectMapper().readTree(body).path("detail").asText(body);
        } catch (IOException noJson) {
            return body.length() > 80 ? body.substring(0, 80) : body;
        }
    }

    private HttpRequest request(int n) {
        return switch (n % 3) {
            case 0 ->
                post("/api/inquiries", "application/json", "{\"text\":\"" + text(n) + "\"}")
                        .header("Idempotency-Key", "faults-" + n)
                        .build();
            case 1 -> {
                var form = Map.of(
                        "MessageSid",
                        sid(n),
                        "AccountSid",
                        TestDistrict.ACCOUNT_SID,
                        "From",
                        phone(n),
                        "To",
                        TestDistrict.PHONE,
                        "NumMedia",
                        "0",
                        "Body",
                        text(n));
                yield post(SMS, "application/x-www-form-urlencoded", TwilioStandIn.encode(form))
                        .header("X-Twilio-Signature", TwilioStandIn.sign(PUBLIC_URL + SMS, form))
                        .build();
            }
            default ->
                post("/webhooks/email", "message/rfc822", mail(n))
                        .header("Authorization", "Bearer " + RunningApplication.API_KEY)
                        .build();
        };
    }

    private HttpRequest.Builder post(String path, String type, String body) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port.getAsInt() + path))
                .timeout(PATIENCE)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    static String externalId(int n) {
        return switch (n % 3) {
            case 0 -> "key:faults-" + n;
            case 1 -> sid(n);
            default -> "<faults-" + n + "@family.example>";
        };
    }

    /** The number of a message that comes by mail. */
    static int nextMail() {
        var n = MESSAGES.incrementAndGet();
        while (n % 3 != 2) n = MESSAGES.incrementAndGet();
        return n;
    }

    static String mail(int n) {
        return "From: Ana Ruiz <family-%d@family.example>\r\nTo: %s\r\nSubject: The bus\r\nMessage-ID: %s\r\nContent-Type: text/plain\r\n\r\n%s\r\n"
                .formatted(n, TestDistrict.MAIL, externalId(n), text(n));
    }

    private static String sid(int n) {
        return "SM%032d".formatted(n);
    }

    private static String phone(int n) {
        return "+1410" + (2_000_000 + n);
    }

    private static String text(int n) {
        return "Bus " + n % 40 + " has not come yet this morning, where is it?";
    }
}
