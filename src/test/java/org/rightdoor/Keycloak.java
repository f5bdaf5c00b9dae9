package org.rightdoor;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** A real Keycloak, unpacked by the build from its distribution, with the realm of the district of the tests. */
final class Keycloak implements AutoCloseable {

    private static final Path UNPACKED = Path.of("target/keycloak");
    private static final Duration STARTS_WITHIN = Duration.ofMinutes(3);

    private final Process process;
    private final int port;
    private final File output;

    private Keycloak(Process process, int port, File output) {
        this.process = process;
        this.port = port;
        this.output = output;
    }

    /** @param home address of the application that sends its staff here */
    static Keycloak start(String home) throws IOException {
        Path server;
        try (var unpacked = Files.list(UNPACKED)) {
            server = unpacked.filter(path -> path.getFileName().toString().startsWith("keycloak-"))
                    .findFirst()
                    .orElseThrow();
        }
        var realm = Files.readString(Path.of("src/test/resources/keycloak/maple-realm.json"))
                .replace("{home}", home);
        Files.createDirectories(server.resolve("data/import"));
        Files.writeString(server.resolve("data/import/maple-realm.json"), realm);
        var port = RunningApplication.freePort();
        var output = Files.createTempFile("keycloak", ".log").toFile();
        var builder = new ProcessBuilder(
                        "sh",
                        server.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--import-realm",
                        "--http-port=" + port,
                        "--http-management-port=" + RunningApplication.freePort(),
                        "--db=dev-mem")
                .redirectErrorStream(true)
                .redirectOutput(output);
        builder.environment().put("JAVA_OPTS", "-Xmx400m -XX:+UseSerialGC -XX:TieredStopAtLevel=1");
        return new Keycloak(builder.start(), port, output);
    }

    String realm() {
        return "http://localhost:" + port + "/realms/maple";
    }

    void untilReady() throws Exception {
        var http = HttpClient.newHttpClient();
        var asked = HttpRequest.newBuilder(URI.create(realm() + "/.well-known/openid-configuration"))
                .build();
        var patience = Instant.now().plus(STARTS_WITHIN);
        while (process.isAlive() && Instant.now().isBefore(patience)) {
            try {
                if (http.send(asked, BodyHandlers.discarding()).statusCode() == 200) return;
            } catch (IOException notYet) {
                // it is still starting
            }
            Thread.sleep(300);
        }
        throw new AssertionError("Keycloak is not ready:\n" + Files.readString(output.toPath()));
    }

    // The script starts Java as a child of its own.
    @Override
    public void close() throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        process.waitFor();
    }
}
