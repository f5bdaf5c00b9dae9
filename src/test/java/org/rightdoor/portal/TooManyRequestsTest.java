package org.rightdoor.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.rightdoor.Config;
import org.rightdoor.TestDistrict;

@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class TooManyRequestsTest {

    private static final String FLOODING = "127.0.0.77";

    @Inject
    Pace pace;

    @Inject
    Config config;

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Test
    void Too_many_are_told_when_to_come_again_in_their_language_and_others_get_in() throws IOException {
        for (int i = 0; i < config.requestsPerMinute(); i++) pace.wait(FLOODING, "GET", "/search");
        assertThat(get("/search?q=bus", "text/html", FLOODING))
                .startsWith("HTTP/1.1 429")
                .containsIgnoringCase("retry-after: ")
                .contains("Espere un minuto");
        assertThat(get("/search?q=bus", "text/html", "127.0.0.78")).startsWith("HTTP/1.1 200");
        for (int i = 0; i < config.requestsPerMinute(); i++) pace.wait(FLOODING, "GET", "/api/inquiries");
        assertThat(get("/api/inquiries", "application/json", FLOODING))
                .startsWith("HTTP/1.1 429")
                .contains("application/problem+json")
                .contains("Retry-After says");
    }

    // The JDK's client cannot say from which of the machine's addresses it comes.
    private String get(String path, String accept, String from) throws IOException {
        try (var socket = new Socket("127.0.0.1", port, InetAddress.getByName(from), 0)) {
            var request = "GET " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nAccept: " + accept
                    + "\r\nAccept-Language: es\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
