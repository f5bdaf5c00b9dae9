package org.rightdoor.faults;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.rightdoor.RunningApplication;

/**
 * Gives each request to the next replica that says it is ready, asked five times a second. It tries nothing twice: a request
 * that fails at its replica fails for the family.
 */
final class LoadBalancer implements AutoCloseable {

    private static final List<String> PASSED_ON =
            List.of("Content-Type", "Authorization", "Idempotency-Key", "X-Twilio-Signature");

    private final HttpServer server;
    private final ScheduledExecutorService probe = Executors.newSingleThreadScheduledExecutor();
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<RunningApplication> replicas = new CopyOnWriteArrayList<>();
    private final Map<RunningApplication, Integer> readiness = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();
    final AtomicInteger failed = new AtomicInteger();

    LoadBalancer(RunningApplication... first) throws IOException {
        replicas.addAll(List.of(first));
        probe();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::passOn);
        server.start();
        probe.scheduleWithFixedDelay(this::probe, 200, 200, TimeUnit.MILLISECONDS);
    }

    int port() {
        return server.getAddress().getPort();
    }

    void add(RunningApplication replica) {
        replicas.add(replica);
    }

    /** The status of the last look at its readiness; 0 when nobody answers there. */
    int readiness(RunningApplication replica) {
        return readiness.getOrDefault(replica, 0);
    }

    private void probe() {
        for (var replica : replicas) {
            try {
                readiness.put(replica, replica.status("/q/health/ready"));
            } catch (InterruptedException closing) {
                return;
            }
        }
    }

    private void passOn(HttpExchange exchange) throws IOException {
        try (exchange) {
            var ready = replicas.stream()
                    .filter(replica -> readiness(replica) == 200)
                    .toList();
            var replica = ready.get(Math.floorMod(turn.incrementAndGet(), ready.size()));
            var request = HttpRequest.newBuilder(
                    replica.address(exchange.getRequestURI().toString()));
            for (var name : PASSED_ON) {
                var value = exchange.getRequestHeaders().getFirst(name);
                if (value != null) request.header(name, value);
            }
            var body = exchange.getRequestBody().readAllBytes();
            var answer = http.send(
                    request.method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body))
                            .build(),
                    BodyHandlers.ofByteArray());
            if (answer.statusCode() >= 500) failed.incrementAndGet();
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (IOException | RuntimeException lost) {
            failed.incrementAndGet();
            exchange.sendResponseHeaders(502, -1);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        probe.shutdownNow();
        server.stop(0);
    }
}
