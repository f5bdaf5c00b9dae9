package org.rightdoor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** Server-sent events as a page at the desk hears them. */
public final class OpenStream implements AutoCloseable {

    /** One event with what it says. */
    public record Heard(String name, String data, long atNanos) {}

    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final Thread reader;
    private volatile boolean ended;

    private OpenStream(java.util.stream.Stream<String> lines) {
        reader = new Thread(() -> read(lines), "events");
        reader.setDaemon(true);
        reader.start();
    }

    /** Opens it and waits for the first line; the session is the value of the log-in's cookie. */
    public static OpenStream open(String address, String session) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("Cookie", "rightdoor-session=" + session)
                .header("Accept", "text/event-stream")
                .build();
        var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofLines());
        if (response.statusCode() != 200) throw new IllegalStateException("status " + response.statusCode());
        return new OpenStream(response.body());
    }

    public List<Heard> heard() {
        return heard;
    }

    public boolean has(String name, Predicate<String> data) {
        return heard.stream().anyMatch(event -> event.name().equals(name) && data.test(event.data()));
    }

    public boolean hasEnded() {
        return ended;
    }

    private void read(java.util.stream.Stream<String> lines) {
        var name = new String[1];
        try {
            lines.forEach(line -> {
                if (line.startsWith("event:")) name[0] = line.substring(6).strip();
                if (line.startsWith("data:") && name[0] != null) {
                    heard.add(new Heard(name[0], line.substring(5).strip(), System.nanoTime()));
                    name[0] = null;
                }
            });
        } catch (RuntimeException cut) {
            // ended below
        }
        ended = true;
    }

    @Override
    public void close() {
        reader.interrupt();
    }
}
