package org.rightdoor;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The packaged application in a process of its own, as an installation runs it. */
public final class RunningApplication implements AutoCloseable {

    public static final String API_KEY = "key-of-the-tests";

    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");
    private static final Duration STARTS_WITHIN = Duration.ofMinutes(3);

    public final int port;
    private final Process process;
    private final File output;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private RunningApplication(Process process, int port, File output) {
        this.process = process;
        this.port = port;
        this.output = output;
    }

    public static RunningApplication start(Path data, Map<String, String> environment, String... arguments)
            throws IOException {
        return start(freePort(), data, environment, arguments);
    }

    public static RunningApplication start(int port, Path data, Map<String, String> environment, String... arguments)
            throws IOException {
        Files.createDirectories(data);
        var output = Files.createTempFile(data, "output", ".log").toFile();
        // It lives for a minute: the second compiler would cost more than it gives.
        var command = new ArrayList<>(
                List.of("java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx384m", "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output);
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        builder.environment().put("RIGHTDOOR_DATA", data.toString());
        builder.environment().put("RIGHTDOOR_API_KEY", API_KEY);
        builder.environment().putAll(environment);
        return new RunningApplication(builder.start(), port, output);
    }

    /** Waits until it takes messages. */
    public RunningApplication untilReady() throws Exception {
        var patience = Instant.now().plus(STARTS_WITHIN);
        while (process.isAlive() && Instant.now().isBefore(patience)) {
            if (status("/q/health/ready") == 200) return this;
            Thread.sleep(200);
        }
        throw new AssertionError("not ready:\n" + output());
    }

    /** Waits until it has ended by itself, and gives the exit code. */
    int untilEnded() throws InterruptedException {
        return process.waitFor();
    }

    public String output() throws IOException {
        return Files.readString(output.toPath());
    }

    /** The status, or 0 when nobody answers. */
    public int status(String path) throws InterruptedException {
        try {
            return get(path).statusCode();
        } catch (IOException nobodyThere) {
            return 0;
        }
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address(path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + API_KEY)
                .header("Accept", path.startsWith("/api") ? "application/json" : "*/*");
        return http.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String contentType, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address(path))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** As {@code kill -9} does: nothing gets to say goodbye. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asks it to stop, as a service manager does, and waits until it has. */
    public void stop() throws InterruptedException {
        close();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    public static int freePort() throws IOException {
        try (var probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }

    public URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
