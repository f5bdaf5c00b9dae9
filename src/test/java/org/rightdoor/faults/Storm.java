package org.rightdoor.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** Measures what the application serves, and then sends five times as much. */
final class Storm {

    private static final Duration MEASURED_FOR = Duration.ofSeconds(3);
    private static final int CLIENTS = 16;

    /** A client that finds no room for another request has to wait, as browsers do. */
    private static final int MOST_UNDER_WAY = 2_000;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final AtomicInteger number = new AtomicInteger();
    private final AtomicInteger served = new AtomicInteger();
    private final AtomicInteger askedToWait = new AtomicInteger();
    private final AtomicInteger broken = new AtomicInteger();

    void strike(Stage stage) throws Exception {
        var perSecond = Math.max(20, capacity(stage));
        served.set(0);
        var lasts = Math.max(5, Faults.CUT.toSeconds());
        var room = new Semaphore(MOST_UNDER_WAY);
        var pause = 1_000_000_000L / (5 * perSecond);
        var next = System.nanoTime();
        var end = next + lasts * 1_000_000_000L;
        while (next < end) {
            while (System.nanoTime() < next) Thread.onSpinWait();
            next += pause;
            room.acquire();
            http.sendAsync(question(stage), BodyHandlers.discarding()).handle((answer, failure) -> {
                room.release();
                count(
                        answer == null ? 0 : answer.statusCode(),
                        answer != null
                                && answer.headers().firstValue("Retry-After").isPresent());
                return null;
            });
        }
        room.acquire(MOST_UNDER_WAY);
        System.out.printf(
                "storm: serves %d/s; of %d sent in %d s it served %d, asked %d to wait (Retry-After), failed %d%n",
                perSecond,
                served.get() + askedToWait.get() + broken.get(),
                lasts,
                served.get(),
                askedToWait.get(),
                broken.get());
        if (broken.get() > 0) throw new AssertionError(broken + " were neither served nor asked to wait");
    }

    private void count(int status, boolean says) {
        if (status == 201) served.incrementAndGet();
        else if ((status == 503 || status == 429) && says) askedToWait.incrementAndGet();
        else broken.incrementAndGet();
    }

    private int capacity(Stage stage) throws InterruptedException {
        var end = System.nanoTime() + MEASURED_FOR.toNanos();
        var clients = new Thread[CLIENTS];
        for (var i = 0; i < CLIENTS; i++) {
            clients[i] = new Thread(() -> {
                while (System.nanoTime() < end) {
                    try {
                        if (http.send(question(stage), BodyHandlers.discarding())
                                        .statusCode()
                                == 201) served.incrementAndGet();
                    } catch (IOException | CompletionException | InterruptedException lost) {
                        return;
                    }
                }
            });
            clients[i].start();
        }
        for (var client : clients) client.join();
        return (int) (served.get() / MEASURED_FOR.toSeconds());
    }

    private HttpRequest question(Stage stage) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + stage.application.port + "/api/inquiries"))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"text\":\"Is school closed today because of the snow? (%d)\"}"
                                .formatted(number.incrementAndGet())))
                .build();
    }
}
