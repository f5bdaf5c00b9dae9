package org.rightdoor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps to what Twilio publishes of its Messages resource: a form comes in, JSON goes out, 201 when it is queued. */
public class TwilioStandIn implements AutoCloseable {

    /** A text that RightDoor has sent. */
    public record Text(String sid, String to, String from, String body) {}

    private final HttpServer server;
    private final List<Text> texts = new CopyOnWriteArrayList<>();
    private final AtomicInteger counter = new AtomicInteger();

    TwilioStandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/2010-04-01/Accounts/" + TestDistrict.ACCOUNT_SID + "/Messages.json", this::send);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The texts sent to that number, oldest first. */
    public List<Text> textsTo(String phone) {
        return texts.stream().filter(text -> text.to().equals(phone)).toList();
    }

    /** The signature Twilio would put on a webhook, by Twilio's published algorithm. */
    public static String sign(String url, Map<String, String> parameters) {
        var data = new StringBuilder(url);
        new TreeMap<>(parameters).forEach((name, value) -> data.append(name).append(value));
        try {
            var mac = javax.crypto.Mac.getInstance("HmacSHA1");
            mac.init(new javax.crypto.spec.SecretKeySpec(
                    TestDistrict.AUTH_TOKEN.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(data.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void send(HttpExchange exchange) throws IOException {
        var basic = Base64.getEncoder()
                .encodeToString(
                        (TestDistrict.ACCOUNT_SID + ":" + TestDistrict.AUTH_TOKEN).getBytes(StandardCharsets.UTF_8));
        if (!("Basic " + basic).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, "{\"code\":20003,\"message\":\"Authenticate\",\"status\":401}");
            return;
        }
        var form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var sid = "SM%032x".formatted(counter.incrementAndGet());
        texts.add(new Text(sid, form.get("To"), form.get("From"), form.get("Body")));
        answer(exchange, 201, "{\"sid\":\"" + sid + "\",\"status\":\"queued\"}");
    }

    private static Map<String, String> form(String body) {
        var form = new HashMap<String, String>();
        for (var pair : body.split("&")) {
            var parts = pair.split("=", 2);
            form.put(decode(parts[0]), parts.length > 1 ? decode(parts[1]) : "");
        }
        return form;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
