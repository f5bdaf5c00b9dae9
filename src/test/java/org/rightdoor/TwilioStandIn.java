package org.rightdoor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.twilio.security.RequestValidator;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keeps to what Twilio publishes of its Messages resource: a form comes in, JSON goes out, 201 when it is queued, 400 with
 * a code when it is refused (https://www.twilio.com/docs/messaging/api/message-resource, .../api/errors). Its media,
 * its account, its recordings and what came in live in {@link TwilioMediaStandIn}, {@link TwilioAccountStandIn}, {@link
 * TwilioRecordingStandIn} and {@link TwilioInboundStandIn}.
 */
public class TwilioStandIn implements AutoCloseable {

    /** A text that RightDoor has sent. */
    public record Text(
            String sid, String to, String from, String body, URI statusCallback, String service, ZonedDateTime at) {}

    static final String ACCOUNT = "/2010-04-01/Accounts/" + TestDistrict.ACCOUNT_SID;

    private static final int LONGEST = 1_600;
    static final DateTimeFormatter DATES = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.US);
    private static final int TOO_MANY = 20429;
    private static final int HANG_UP = -1;

    public final TwilioMediaStandIn media;
    public final TwilioAccountStandIn account;
    public final TwilioRecordingStandIn recordings;
    public final TwilioInboundStandIn received;

    private final HttpServer server;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final List<Text> texts = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> refused = new ConcurrentHashMap<>();
    private final AtomicInteger counter = new AtomicInteger();
    private volatile Duration delay = Duration.ZERO;

    TwilioStandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            var thread = new Thread(work, "twilio");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext(ACCOUNT + "/Messages.json", this::messages);
        media = new TwilioMediaStandIn(server);
        account = new TwilioAccountStandIn(server);
        received = new TwilioInboundStandIn(server);
        recordings = new TwilioRecordingStandIn(server);
        server.start();
    }

    /** One for a test that needs no district. */
    public static TwilioStandIn open() throws IOException {
        return new TwilioStandIn();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The texts sent to that number, oldest first. */
    public List<Text> textsTo(String phone) {
        return texts.stream().filter(text -> text.to().equals(phone)).toList();
    }

    public List<Text> texts() {
        return List.copyOf(texts);
    }

    /** Every text to that number is refused with that code from now on; 0 ends it. */
    public void refuse(String phone, int code) {
        if (code == 0) refused.remove(phone);
        else refused.put(phone, code);
    }

    /** Texts to that number are taken, and then the line is cut before an answer. */
    public void hangUpOn(String phone) {
        refused.put(phone, HANG_UP);
    }

    /** Each text takes that long from now on. */
    public void takesItsTime(Duration delay) {
        this.delay = delay;
    }

    /** Reports to where the text said; the result is the status of RightDoor's answer. */
    public int report(Text text, String status, Integer error) throws IOException, InterruptedException {
        var form = new HashMap<>(Map.of(
                "MessageSid",
                text.sid(),
                "MessageStatus",
                status,
                "To",
                text.to(),
                "From",
                TestDistrict.PHONE,
                "AccountSid",
                TestDistrict.ACCOUNT_SID));
        if (error != null) form.put("ErrorCode", error.toString());
        return post(withoutOverrides(text.statusCallback()), form);
    }

    /** Posts a signed form; the result is the status of the answer. */
    int post(String url, Map<String, String> form) throws IOException, InterruptedException {
        return post(url, url, form);
    }

    /** Posts to the one of several replicas that a proxy chose for the address that families know. */
    int post(String replica, String url, Map<String, String> form) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(replica))
                .timeout(Duration.ofSeconds(15))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Twilio-Signature", sign(url, form))
                .POST(HttpRequest.BodyPublishers.ofString(encode(form)));
        return http.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    /** The signature Twilio would put on a webhook: made by Twilio's own code, which otherwise only checks. */
    public static String sign(String url, Map<String, String> parameters) {
        try {
            var own = RequestValidator.class.getDeclaredMethod("getValidationSignature", String.class, Map.class);
            own.setAccessible(true);
            return (String) own.invoke(new RequestValidator(TestDistrict.AUTH_TOKEN), url, parameters);
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException(changed);
        }
    }

    static boolean isAuthorized(HttpExchange exchange) {
        var pair = TestDistrict.ACCOUNT_SID + ":" + TestDistrict.AUTH_TOKEN;
        var basic = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        return basic.equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    static void answer(HttpExchange exchange, int status, String json) throws IOException {
        answer(exchange, status, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    static void refuse(HttpExchange exchange, int status, int code) throws IOException {
        answer(
                exchange,
                status,
                "{\"code\":%d,\"message\":\"as Twilio puts it\",\"more_info\":\"https://www.twilio.com/docs/errors/%d\",\"status\":%d}"
                        .formatted(code, code, status));
    }

    static Map<String, String> form(String encoded) {
        var form = new HashMap<String, String>();
        for (var pair : encoded == null ? new String[0] : encoded.split("&")) {
            var parts = pair.split("=", 2);
            form.put(decode(parts[0]), parts.length > 1 ? decode(parts[1]) : "");
        }
        return form;
    }

    private void messages(HttpExchange exchange) throws IOException {
        if (!isAuthorized(exchange)) refuse(exchange, 401, 20003);
        else if (exchange.getRequestMethod().equals("GET")) list(exchange);
        else create(exchange);
    }

    private void create(HttpExchange exchange) throws IOException {
        var form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var code = fault(form);
        if (code > 0) {
            refuse(exchange, code == TOO_MANY ? 429 : 400, code);
            return;
        }
        var callback = form.get("StatusCallback");
        var text = new Text(
                "SM%032x".formatted(counter.incrementAndGet()),
                form.get("To"),
                form.get("From"),
                form.get("Body"),
                callback == null ? null : URI.create(callback),
                form.get("MessagingServiceSid"),
                ZonedDateTime.now(ZoneOffset.UTC));
        texts.add(text);
        pause();
        if (code == HANG_UP) exchange.close();
        else answer(exchange, 201, json(text));
    }

    private int fault(Map<String, String> form) {
        var to = form.getOrDefault("To", "");
        if (!to.matches("\\+[1-9]\\d{7,14}")) return 21211;
        if (!form.containsKey("From") && !form.containsKey("MessagingServiceSid")) return 21603;
        var body = form.getOrDefault("Body", "");
        if (body.isEmpty()) return 21602;
        return body.length() > LONGEST ? 21617 : refused.getOrDefault(to, 0);
    }

    /** Newest first, as Twilio lists them: what it sent for us and what came in. */
    private void list(HttpExchange exchange) throws IOException {
        var asked = form(exchange.getRequestURI().getRawQuery());
        var sent = textsTo(asked.get("To")).stream().map(TwilioStandIn::json);
        var found = Stream.concat(received.list(asked.get("To"), asked.get("DateSent>")), sent)
                .collect(Collectors.joining(","));
        answer(
                exchange,
                200,
                "{\"messages\":[%s],\"page\":0,\"page_size\":50,\"next_page_uri\":null,\"uri\":\"%s/Messages.json\"}"
                        .formatted(found, ACCOUNT));
    }

    private static String json(Text text) {
        return """
                {"sid":"%s","status":"queued","direction":"outbound-api","to":"%s","body":"%s","date_created":"%s","error_code":null}"""
                .formatted(
                        text.sid(),
                        text.to(),
                        text.body().replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n"),
                        text.at().format(DATES));
    }

    private void pause() {
        try {
            Thread.sleep(delay.toMillis());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static String withoutOverrides(URI callback) {
        return callback.toString().replaceAll("#.*", "");
    }

    public static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
