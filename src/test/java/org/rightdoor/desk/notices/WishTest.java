package org.rightdoor.desk.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class WishTest {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final Instant NOON = Instant.parse("2026-11-20T17:00:00Z");

    @Test
    void Mails_go_at_most_once_an_hour_or_a_day_and_only_while_the_doors_are_open() {
        assertThat(due(Wish.Way.HOURLY, "2026-11-20T16:30:00Z", true)).isFalse();
        assertThat(due(Wish.Way.HOURLY, "2026-11-20T16:00:00Z", true)).isTrue();
        assertThat(due(Wish.Way.HOURLY, "2026-11-19T16:00:00Z", false)).isFalse();
        assertThat(due(Wish.Way.DAILY, "2026-11-20T13:00:00Z", true))
                .as("once this day")
                .isFalse();
        assertThat(due(Wish.Way.DAILY, "2026-11-20T04:59:00Z", true))
                .as("last night on our clocks")
                .isTrue();
        assertThat(due(Wish.Way.OFF, "2026-11-01T00:00:00Z", true)).isFalse();
        assertThat(due(Wish.Way.BROWSER, "2026-11-01T00:00:00Z", true)).isFalse();
    }

    private static boolean due(Wish.Way way, String toldUntil, boolean open) {
        var wish = Wish.of(1);
        wish.way = way;
        wish.toldUntil = Instant.parse(toldUntil);
        return wish.isDue(NOON, open, ZONE);
    }
}
