package org.rightdoor;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Browsers that go away while they are being served must not take connections of the pool with them. */
@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class HangUpTest {

    private static final int CLIENTS = 1_000;
    private static final int AT_ONCE = 16;

    @Test
    void After_a_thousand_clients_that_hang_up_everybody_is_still_served() throws Exception {
        var clients = Executors.newFixedThreadPool(AT_ONCE);
        for (int i = 0; i < CLIENTS; i++) {
            var request = i % 2 == 0 ? question(i) : list();
            clients.submit(() -> sendAndHangUp(request));
        }
        clients.shutdown();
        assertThat(clients.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
        for (int i = 0; i < 40; i++) {
            RestAssured.given()
                    .header("Authorization", "Bearer " + TestDistrict.API_KEY)
                    .get("/api/inquiries?status=OPEN")
                    .then()
                    .statusCode(200);
        }
    }

    private static Void sendAndHangUp(String request) throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoLinger(true, 0); // hang up at once, in the middle of whatever is going on
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
        }
        return null;
    }

    private static String question(int i) {
        var body = "{\"text\":\"bus %d is late again\",\"email\":\"hang-up-%d@family.example\"}".formatted(i, i);
        return "POST /api/inquiries HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body;
    }

    private static String list() {
        return "GET /api/inquiries?status=OPEN HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + TestDistrict.API_KEY + "\r\n\r\n";
    }
}
