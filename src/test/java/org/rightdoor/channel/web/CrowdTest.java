package org.rightdoor.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.rightdoor.channel.web.Crowd.Press;

class CrowdTest {

    private static final String ADVERTISEMENT =
            "Dear sir or madam, we offer the very best replica watches at prices that you will not believe. Act now!";

    private final Hands clock = new Hands();
    private final Crowd crowd = new Crowd(60, clock);

    @Test
    void A_school_behind_one_address_is_no_crowd() {
        for (var i = 0; i < 60; i++) assertThat(crowd.from("10.0.0.1")).isEqualTo(Press.NONE);
    }

    @Test
    void More_than_usual_is_busy_and_ten_times_as_many_are_a_flood() {
        for (var i = 0; i < 60; i++) crowd.from("10.0.0.1");
        for (var i = 60; i < 600; i++) assertThat(crowd.from("10.0.0.1")).isEqualTo(Press.BUSY);

        assertThat(crowd.from("10.0.0.1")).isEqualTo(Press.FLOOD);
        assertThat(crowd.from("10.0.0.2")).as("another address").isEqualTo(Press.NONE);
    }

    @Test
    void After_a_minute_all_is_forgotten() {
        for (var i = 0; i < 700; i++) crowd.from("10.0.0.1");
        clock.now = clock.now.plus(Duration.ofMinutes(1));

        assertThat(crowd.from("10.0.0.1")).isEqualTo(Press.NONE);
    }

    @Test
    void The_same_long_words_again_and_again_stand_out_however_they_are_spaced() {
        for (var i = 0; i < 10; i++) assertThat(crowd.saying(ADVERTISEMENT)).isEqualTo(Press.NONE);

        assertThat(crowd.saying(ADVERTISEMENT.toUpperCase().replace(" ", "  "))).isEqualTo(Press.BUSY);
    }

    @Test
    void On_a_snow_day_hundreds_may_ask_the_same_short_thing() {
        for (var i = 0; i < 500; i++)
            assertThat(crowd.saying("Is school open today?")).isEqualTo(Press.NONE);
    }

    private static final class Hands extends Clock {

        Instant now = Instant.parse("2026-11-20T12:00:00Z");

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
    }
}
