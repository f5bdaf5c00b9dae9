package org.rightdoor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * A page of the district's own site, on another origin, whose stylesheet and policy leave the question box nothing but
 * what it must have.
 */
final class HostPage implements AutoCloseable {

    private static final String HOSTILE =
            """
            body *, * { font-size: 99px !important; color: red !important; text-transform: uppercase !important; float: right !important }
            body * { display: none !important; visibility: hidden !important; opacity: 0 !important; pointer-events: none !important;
              position: static !important; width: 1px !important; transform: scale(0.1) !important }
            body { transform: translateZ(0); zoom: 1; margin: 0 }
            body::after { content: ""; position: fixed; inset: 0; z-index: 2147483646; background: rgb(255 255 255 / 0.9) }""";

    private final HttpServer server;
    private final String policy;

    HostPage(String rightDoor) {
        policy =
                "default-src 'none'; style-src 'self'; script-src %1$s; connect-src %1$s; require-trusted-types-for 'script'; trusted-types 'none'"
                        .formatted(rightDoor);
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/hostile.css", exchange -> send(exchange, "text/css", HOSTILE));
        server.createContext("/", exchange -> send(exchange, "text/html; charset=utf-8", page(rightDoor, exchange)));
        server.start();
    }

    /** The page in that language. */
    String address(String language) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + language;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static String page(String rightDoor, HttpExchange exchange) {
        var language = exchange.getRequestURI().getPath().substring(1);
        return """
                <!doctype html><html lang="en"><head><title>Maple Elementary School</title>
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <link rel="stylesheet" href="/hostile.css">
                <script src="%s/widget.js" async data-language="%s" data-school="maple-elementary"></script></head>
                <body><main><h1>Maple Elementary School</h1><button>A button of this page</button></main></body></html>"""
                .formatted(rightDoor, language);
    }

    private void send(HttpExchange exchange, String type, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Content-Security-Policy", policy);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
