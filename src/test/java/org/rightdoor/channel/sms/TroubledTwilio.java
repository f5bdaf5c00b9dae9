package org.rightdoor.channel.sms;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A local Messages API that answers as Twilio's documentation says, or as it is told. */
final class TroubledTwilio implements AutoCloseable {

    /** What arrived. */
    record Call(String method, String path, String authorization, TwilioForm form) {}

    private record Answer(int status, String json) {}

    final List<Call> calls = new CopyOnWriteArrayList<>();

    private final Deque<Answer> answers = new ArrayDeque<>();
    private final HttpServer server;

    TroubledTwilio() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
    }

    URI base() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/as/twilio/");
    }

    void accepts(String sid) {
        answers.add(new Answer(
                201,
                """
                {"sid": "%s", "status": "queued", "error_code": null, "direction": "outbound-api"}"""
                        .formatted(sid)));
    }

    void refuses(int status, int code, String message) {
        answers.add(new Answer(
                status,
                """
                {"code": %d, "message": "%s", "more_info": "https://www.twilio.com/docs/errors/%d", "status": %d}"""
                        .formatted(code, message, code, status)));
    }

    void breaksWith(int status, String body) {
        answers.add(new Answer(status, body));
    }

    /** Takes the request and hangs up without a word. */
    void hangsUp() {
        answers.add(new Answer(0, ""));
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        calls.add(new Call(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                exchange.getRequestHeaders().getFirst("Authorization"),
                TwilioForm.parse(body)));
        var answer = answers.remove();
        if (answer.status() == 0) {
            exchange.close();
            return;
        }
        var json = answer.json().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.status(), json.length);
        exchange.getResponseBody().write(json);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
