package org.rightdoor.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightdoor.portal.Pace.Door;

class PaceTest {

    private static final String SCHOOL = "203.0.113.9";

    private Instant now = Instant.parse("2026-11-23T14:00:45Z");

    private final Pace pace = new Pace(20, new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @ParameterizedTest
    @CsvSource({
        "GET, /, READING",
        "GET, /cases/abc, READING",
        "GET, /search, SEARCHING",
        "POST, /widget/likely, SEARCHING",
        "POST, /cases/abc/messages, SENDING",
        "PUT, /whatever, SENDING",
        "GET, /api/inquiries, API",
        "POST, /webhooks/twilio/sms, WEBHOOKS",
        "GET, /desk, DESK",
        "GET, /desk/go/found, DESK",
        "POST, /account/password, DESK",
        "GET, /desktop, READING"
    })
    void Every_address_has_its_door(String method, String path, Door door) {
        assertThat(Pace.door(method, path)).isEqualTo(door);
    }

    @Test
    void Each_door_is_counted_for_itself_and_opens_again_with_the_next_minute() {
        assertThat(pace.wait(SCHOOL, "GET", "/search")).isZero();
        assertThat(pace.wait(SCHOOL, "GET", "/search")).isZero();
        assertThat(pace.wait(SCHOOL, "GET", "/search")).isEqualTo(15);
        assertThat(pace.wait(SCHOOL, "GET", "/topics")).isZero();
        assertThat(pace.wait("203.0.113.10", "GET", "/search")).isZero();
        now = now.plus(Duration.ofSeconds(15));
        assertThat(pace.wait(SCHOOL, "GET", "/search")).isZero();
    }

    @Test
    void Asking_is_never_refused() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(pace.wait(SCHOOL, "POST", "/")).isZero();
            assertThat(pace.wait(SCHOOL, "POST", "/api/inquiries")).isZero();
        }
    }

    @Test
    void Who_changes_the_second_half_of_an_address_stays_the_same_network() {
        pace.wait("2001:db8:1:2:0:0:0:1", "GET", "/search");
        pace.wait("2001:db8:1:2:0:0:0:2", "GET", "/search");
        assertThat(pace.wait("2001:db8:1:2:a:b:c:d", "GET", "/search")).isPositive();
        assertThat(pace.wait("2001:db8:1:3:0:0:0:1", "GET", "/search")).isZero();
    }

    @Test
    void The_machine_itself_and_a_limit_of_none_are_not_counted() {
        var open = new Pace(0, Clock.systemUTC());
        for (int i = 0; i < 100; i++) {
            assertThat(pace.wait("127.0.0.1", "GET", "/search")).isZero();
            assertThat(open.wait(SCHOOL, "GET", "/search")).isZero();
        }
    }
}
