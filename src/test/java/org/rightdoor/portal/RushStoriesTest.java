package org.rightdoor.portal;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rightdoor.Config;
import org.rightdoor.TestDistrict;
import org.rightdoor.portal.Rush.Rank;

@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class RushStoriesTest {

    private static final String QUESTION = "{\"text\":\"Is school closed because of the snow?\"}";

    @Inject
    Config config;

    @Inject
    Rush rush;

    @Test
    void
            In_a_rush_reports_and_then_staff_wait_and_families_are_served_and_in_a_flood_they_are_told_when_to_come_again() {
        withUnderway(config.requestsAtOnce() / 4, () -> {
            given().get("/desk/insight").then().statusCode(503).header("Retry-After", "30");
            given().get("/desk").then().statusCode(401);
        });
        withUnderway(config.requestsAtOnce() / 2, () -> {
            given().get("/desk").then().statusCode(503).header("Retry-After", "10");
            given().contentType("application/json")
                    .body(QUESTION)
                    .post("/api/inquiries")
                    .then()
                    .statusCode(201);
        });
        withUnderway(config.requestsAtOnce(), () -> {
            given().contentType("application/json")
                    .body(QUESTION)
                    .post("/api/inquiries")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "3")
                    .body("status", equalTo(503));
            given().header("Accept", "text/html")
                    .get("/?lang=es")
                    .then()
                    .statusCode(503)
                    .body(containsString("lang=\"es\""));
            given().get("/q/health/live").then().statusCode(200);
        });
        given().get("/").then().statusCode(200);
    }

    @Test
    void Who_hangs_up_is_not_counted_for_ever() throws Exception {
        var address = URI.create(TestDistrict.PUBLIC_URL);
        for (var i = 0; i < 60; i++) {
            try (var socket = new Socket("localhost", address.getPort())) {
                var all =
                        "POST /api/inquiries HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                                + QUESTION.length() + "\r\n\r\n" + QUESTION;
                // Some hang up while they speak, the others before they are answered.
                socket.getOutputStream()
                        .write(all.substring(0, all.length() - i % 2 * 20).getBytes(UTF_8));
            }
        }
        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> rush.underway() == 0);
    }

    private void withUnderway(int many, Runnable meanwhile) {
        IntStream.range(0, many).forEach(i -> rush.lets(Rank.OPERATIONS));
        try {
            meanwhile.run();
        } finally {
            IntStream.range(0, many).forEach(i -> rush.ended());
        }
    }
}
