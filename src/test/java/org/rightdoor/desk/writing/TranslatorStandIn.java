package org.rightdoor.desk.writing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.mutiny.core.Vertx;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Speaks LibreTranslate's interface (https://docs.libretranslate.com): what it gives back is the text, marked. */
final class TranslatorStandIn implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    final List<Map<?, ?>> asked = new CopyOnWriteArrayList<>();
    volatile int status = 200;

    private final HttpServer server;

    TranslatorStandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/translate", this::translate);
        server.start();
    }

    Translator translator(Vertx vertx) {
        var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new Translator(Optional.of(address), Optional.of("key-of-the-translator"), JSON, vertx);
    }

    private void translate(HttpExchange exchange) throws IOException {
        var question = JSON.readValue(exchange.getRequestBody(), Map.class);
        asked.add(question);
        var text = "«" + question.get("target") + ": " + question.get("q") + "»";
        var answer = JSON.writeValueAsString(status == 200 ? Map.of("translatedText", text) : Map.of("error", "no"))
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
