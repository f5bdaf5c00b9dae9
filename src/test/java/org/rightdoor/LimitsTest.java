package org.rightdoor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What takes too long is ended: requests that trickle in, and statements that hang. */
@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class LimitsTest {

    private static final URI DOOR = URI.create(TestDistrict.PUBLIC_URL);
    private static final int BETWEEN_BYTES_MILLIS = 250;
    private static final Duration LONG = Duration.ofSeconds(40);

    @Inject
    Pool pool;

    @Test
    void Whoever_sends_a_head_or_a_body_byte_by_byte_is_closed() {
        var head = trickling("GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
        var body = trickling("POST /api/inquiries HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: 100000\r\n\r\n{\"text\": \"");
        assertThat(head.join()).isLessThan(LONG);
        assertThat(body.join()).isLessThan(LONG);
    }

    /** A table that a new version changes is held like this. */
    @Test
    void A_statement_that_hangs_is_ended_and_the_page_says_what_to_do() throws Exception {
        try (var other = TestDistrict.database().getPostgresDatabase().getConnection()) {
            other.setAutoCommit(false);
            other.createStatement().execute("lock table alert_notice in access exclusive mode");
            TestStaff.admin()
                    .accept("text/html")
                    .get("/desk/alerts")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", equalTo("10"))
                    .body(containsString("try again"));
            other.rollback();
        }
        TestStaff.admin().get("/desk/alerts").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"statement_timeout, 2min", "lock_timeout, 6s", "idle_in_transaction_session_timeout, 1min"})
    void Every_connection_of_the_application_has_limits(String setting, String limit) {
        var held = pool.query("show " + setting).execute().await().atMost(Duration.ofSeconds(10));
        assertThat(held.iterator().next().getString(0)).isEqualTo(limit);
    }

    /** How long it lasted until the connection was closed. */
    private static CompletableFuture<Duration> trickling(String beginning) {
        return CompletableFuture.supplyAsync(() -> {
            var began = System.nanoTime();
            try (var socket = new Socket(DOOR.getHost(), DOOR.getPort())) {
                socket.setSoTimeout(BETWEEN_BYTES_MILLIS);
                socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
                while (isOpen(socket) && since(began).compareTo(LONG) < 0)
                    socket.getOutputStream().write('a');
            } catch (SocketException closed) {
                // A write to what is closed.
            } catch (IOException failure) {
                throw new IllegalStateException(failure);
            }
            return since(began);
        });
    }

    private static boolean isOpen(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() >= 0;
        } catch (SocketTimeoutException nothingSaid) {
            return true;
        }
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
