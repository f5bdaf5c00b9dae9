import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Families on a snow morning, and the staff who work meanwhile; and what of it comes by one channel at full speed. It stands
 * in for Twilio and for the mail server that takes our answers.
 */
class Snow {

    private static final String ACCOUNT = "AC0123456789abcdef0123456789abcdef";
    private static final String TOKEN = "token-of-the-bench";
    private static final String KEY = "key-of-the-bench";
    private static final String PASSWORD = "three plain words";
    private static final Pattern CASE = Pattern.compile("data-number=\"(\\d+)\"");

    /** The last messages that were on the page: an answer says what its writer had read. */
    private static final Pattern SEEN = Pattern.compile("name=\"(contact|reply)\" value=\"(\\d+)\"");

    /** The ways to a family that the page has ticked. */
    private static final Pattern WAY = Pattern.compile("name=\"channel\" value=\"([^\"]+)\" checked");

    private static final Pattern WRONG = Pattern.compile("role=\"alert\"[^>]*>(.{1,400}?)</(?:p|div|article)>", Pattern.DOTALL);

    /** What most of them ask. */
    private static final List<String> ALIKE = List.of(
            "Is school closed today because of the snow?",
            "is there school today",
            "Are the buses running this morning with all this snow?",
            "Will there be a two hour delay today?",
            "¿Hay escuela hoy?");

    private final Random random = new Random(7);
    private final String address;
    private final List<String> texts;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, List<Long>> nanos = new ConcurrentHashMap<>();
    private final Map<String, AtomicLong> refused = new ConcurrentHashMap<>();
    private final Map<String, AtomicLong> counts = new ConcurrentHashMap<>();
    private final AtomicLong textsOut = new AtomicLong();
    private final AtomicLong mailsOut = new AtomicLong();

    private Snow(String address, List<String> texts) {
        this.address = address;
        this.texts = texts;
    }

    /** {@code stand-ins PORTFILE}, or {@code snow|texts|mails ADDRESS TEXTS ...}. */
    public static void main(String... arguments) throws Exception {
        var texts = Files.readAllLines(Path.of(arguments[2]));
        var snow = new Snow(arguments[1], texts);
        var twilio = snow.standInForTwilio();
        var smtp = snow.standInForSmtp();
        Files.writeString(Path.of(arguments[3]), twilio + " " + smtp);
        var go = new BufferedReader(new InputStreamReader(System.in)).readLine().split(" ");
        // Where the application listens is known only now.
        var at = new Snow(go[0], texts);
        switch (arguments[0]) {
            case "snow" -> at.morning(Integer.parseInt(go[1]), Double.parseDouble(go[2]), Integer.parseInt(go[3]));
            case "texts" -> at.fullSpeed("text", Integer.parseInt(go[1]), Integer.parseInt(go[2]));
            default -> at.fullSpeed("mail", Integer.parseInt(go[1]), Integer.parseInt(go[2]));
        }
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(Integer.parseInt(go[4]));
        var since = System.nanoTime();
        var before = snow.mailsOut.get();
        while (System.nanoTime() < until) Thread.sleep(200);
        System.out.printf("then within %s s: %,d mails a minute out; in all %,d mails and %,d texts out%n",
                go[4], (snow.mailsOut.get() - before) * 60_000_000_000L / Math.max(1, System.nanoTime() - since), snow.mailsOut.get(), snow.textsOut.get());
        System.exit(0);
    }

    private void morning(int families, double minutes, int staff) throws Exception {
        var threads = Executors.newCachedThreadPool(Snow::daemon);
        var until = System.nanoTime() + (long) (minutes * 60e9);
        for (var i = 0; i < staff; i++) {
            var who = i;
            threads.submit(() -> work(who, until));
        }
        var pause = (long) (minutes * 60e9 / families);
        var underway = new Semaphore(2_000);
        var next = System.nanoTime();
        for (var i = 0; i < families; i++) {
            next += pause;
            var wait = next - System.nanoTime();
            if (wait > 0) TimeUnit.NANOSECONDS.sleep(wait);
            var family = i;
            var share = random.nextInt(10);
            var planned = next;
            underway.acquire();
            threads.submit(() -> {
                try {
                    ask(share < 7 ? "web" : share < 9 ? "text" : "mail", family, planned);
                } finally {
                    underway.release();
                }
            });
        }
        underway.acquire(2_000);
        Thread.sleep(Math.max(0, (until - System.nanoTime()) / 1_000_000));
        report(minutes * 60);
    }

    private void fullSpeed(String channel, int clients, int seconds) throws Exception {
        var threads = Executors.newFixedThreadPool(clients, Snow::daemon);
        var until = System.nanoTime() + seconds * 1_000_000_000L;
        var number = new AtomicLong();
        for (var i = 0; i < clients; i++) {
            threads.submit(() -> {
                while (System.nanoTime() < until) ask(channel, number.incrementAndGet(), System.nanoTime());
            });
        }
        threads.shutdown();
        threads.awaitTermination(seconds + 30, TimeUnit.SECONDS);
        report(seconds);
    }

    private void report(double seconds) {
        new TreeMap<>(nanos).forEach((what, all) -> {
            var sorted = new ArrayList<>(all);
            Collections.sort(sorted);
            System.out.printf("%-14s %,8d  %8.1f/s   p50 %8.1f ms   p95 %8.1f ms   p99 %8.1f ms   refused %d%n",
                    what, sorted.size(), sorted.size() / seconds, at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99),
                    refused.getOrDefault(what, new AtomicLong()).get());
        });
        reportCounts();
    }

    private void reportCounts() {
        new TreeMap<>(counts).forEach((what, many) -> System.out.printf("%6d x %s%n", many.get(), what));
    }

    private static double at(List<Long> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1, sorted.size() * share)) / 1e6;
    }

    /** Time counts from when the family wanted to ask, so that a queue before the server is seen. */
    private void ask(String channel, long family, long since) {
        var text = random.nextInt(4) > 0 ? ALIKE.get(random.nextInt(ALIKE.size())) : texts.get(random.nextInt(texts.size()));
        var request = switch (channel) {
            case "text" -> text(family, text);
            case "mail" -> mail(family, text);
            default -> post("/api/inquiries", "application/json",
                    "{\"name\":\"Family %d\",\"email\":\"family%d-%d@example.org\",\"text\":\"%s\"}"
                            .formatted(family, family, since, text.replace("\"", "'"))).build();
        };
        done(channel, http, request, since);
    }

    private int done(String what, HttpClient by, HttpRequest request, long since) {
        try {
            var answer = by.send(request, BodyHandlers.ofString());
            // As Twilio does where the address says so; the text was stored meanwhile, or is by this.
            for (var again = 0; what.equals("text") && answer.statusCode() == 503 && again < 5; again++) {
                count("text asked to come again");
                answer = by.send(request, BodyHandlers.ofString());
            }
            if (answer.statusCode() >= 400) {
                refused.computeIfAbsent(what, any -> new AtomicLong()).incrementAndGet();
                count(what + " " + answer.statusCode() + why(answer.body()));
            }
            nanos.computeIfAbsent(what, any -> Collections.synchronizedList(new ArrayList<>())).add(System.nanoTime() - since);
            return answer.statusCode();
        } catch (IOException | InterruptedException broken) {
            refused.computeIfAbsent(what, any -> new AtomicLong()).incrementAndGet();
            return 0;
        }
    }

    private void count(String what) {
        counts.computeIfAbsent(what, any -> new AtomicLong()).incrementAndGet();
    }

    /** What a page says of what could not be done. */
    private static String why(String page) {
        var said = WRONG.matcher(page);
        return said.find() ? ": " + said.group(1).replaceAll("<[^>]*>", "").strip() : "";
    }

    private HttpRequest text(long family, String text) {
        var form = new TreeMap<>(Map.of(
                "AccountSid", ACCOUNT, "MessageSid", "SM%032x".formatted(System.nanoTime() * 1000 + family % 1000),
                "From", "+1410%07d".formatted(2_000_000 + family % 7_000_000), "To", "+14105550100", "Body", text,
                "NumMedia", "0"));
        var path = "/webhooks/twilio/sms";
        var signed = new StringBuilder(address + path);
        var body = new StringBuilder();
        form.forEach((name, value) -> {
            signed.append(name).append(value);
            body.append(body.length() == 0 ? "" : "&").append(encoded(name)).append('=').append(encoded(value));
        });
        return post(path, "application/x-www-form-urlencoded", body.toString())
                .header("X-Twilio-Signature", signature(signed.toString()))
                .build();
    }

    private HttpRequest mail(long family, String text) {
        var mail = "From: Family %d <mailer%d-%d@example.org>\r\nTo: help@maple.example\r\nSubject: %s\r\nMessage-ID: <%d.%d@example.org>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n%s\r\n"
                .formatted(family, family, System.nanoTime(), "A question", family, System.nanoTime(), text);
        return post("/webhooks/email", "message/rfc822", mail).header("Authorization", "Bearer " + KEY).build();
    }

    private HttpRequest.Builder post(String path, String type, String body) {
        return HttpRequest.newBuilder(URI.create(address + path)).header("Content-Type", type).POST(BodyPublishers.ofString(body));
    }

    /** The inbox, a case, an answer, and again after a while, as somebody who reads them does. */
    private void work(int who, long until) {
        var browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).version(HttpClient.Version.HTTP_1_1).build();
        var login = post("/j_security_check", "application/x-www-form-urlencoded",
                "j_username=bench" + who + "%40maple.example&j_password=" + encoded(PASSWORD)).build();
        done("log-in", browser, login, System.nanoTime());
        while (System.nanoTime() < until) {
            try {
                var since = System.nanoTime();
                var inbox = browser.send(get("/desk"), BodyHandlers.ofString());
                nanos.computeIfAbsent("desk: inbox", any -> Collections.synchronizedList(new ArrayList<>())).add(System.nanoTime() - since);
                var cases = CASE.matcher(inbox.body()).results().map(found -> found.group(1)).toList();
                Thread.sleep(2_000 + random.nextInt(4_000));
                if (cases.isEmpty()) continue;
                var number = cases.get(random.nextInt(cases.size()));
                since = System.nanoTime();
                var page = browser.send(get("/desk/inquiries/" + number), BodyHandlers.ofString()).body();
                nanos.computeIfAbsent("desk: case", any -> Collections.synchronizedList(new ArrayList<>())).add(System.nanoTime() - since);
                Thread.sleep(5_000 + random.nextInt(10_000));
                var seen = SEEN.matcher(page).results().map(found -> "&" + found.group(1) + "=" + found.group(2)).distinct().collect(Collectors.joining())
                        + WAY.matcher(page).results().map(found -> "&channel=" + encoded(found.group(1))).collect(Collectors.joining());
                var answer = post("/desk/inquiries/" + number + "/replies", "application/x-www-form-urlencoded",
                        "text=" + encoded("Schools open two hours late today. Buses run two hours late too.") + seen).build();
                done("desk: answer", browser, answer, System.nanoTime());
            } catch (IOException broken) {
                refused.computeIfAbsent("desk: inbox", any -> new AtomicLong()).incrementAndGet();
            } catch (InterruptedException end) {
                return;
            }
        }
    }

    private HttpRequest get(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).header("Accept", "text/html").build();
    }

    private int standInForTwilio() throws IOException {
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(Snow::daemon));
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            var sid = "SM%032x".formatted(textsOut.incrementAndGet());
            var answer = "{\"sid\":\"%s\",\"status\":\"queued\",\"num_segments\":\"1\"}".formatted(sid).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(201, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        return server.getAddress().getPort();
    }

    private int standInForSmtp() throws IOException {
        var server = new ServerSocket(0);
        var threads = Executors.newCachedThreadPool(Snow::daemon);
        threads.submit(() -> {
            while (true) {
                var socket = server.accept();
                threads.submit(() -> {
                    take(socket);
                    return null;
                });
            }
        });
        return server.getLocalPort();
    }

    private void take(Socket socket) {
        try (socket) {
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            var out = socket.getOutputStream();
            out.write("220 bench\r\n".getBytes());
            var inData = false;
            for (String line; (line = in.readLine()) != null; ) {
                if (inData) {
                    if (!line.equals(".")) continue;
                    inData = false;
                    mailsOut.incrementAndGet();
                    out.write("250 taken\r\n".getBytes());
                } else if (line.toUpperCase().startsWith("DATA")) {
                    inData = true;
                    out.write("354 go on\r\n".getBytes());
                } else if (line.toUpperCase().startsWith("QUIT")) {
                    out.write("221 bye\r\n".getBytes());
                    return;
                } else {
                    out.write("250 bench\r\n".getBytes());
                }
            }
        } catch (IOException gone) {
            // as mail servers see it every day
        }
    }

    private static String signature(String signed) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(TOKEN.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work);
        thread.setDaemon(true);
        return thread;
    }
}
