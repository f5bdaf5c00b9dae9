package org.rightdoor.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rightdoor.portal.Rush.Rank;

class RushTest {

    private final Rush rush = new Rush();

    @Test
    void Families_are_served_when_reports_and_then_staff_are_asked_to_come_again() {
        IntStream.range(0, 150).forEach(i -> assertThat(rush.lets(Rank.REPORT)).isTrue());
        assertThat(rush.lets(Rank.REPORT)).isFalse();
        IntStream.range(0, 249).forEach(i -> assertThat(rush.lets(Rank.DESK)).isTrue());
        assertThat(rush.lets(Rank.DESK)).isFalse();
        IntStream.range(0, 399).forEach(i -> assertThat(rush.lets(Rank.FAMILY)).isTrue());
        assertThat(rush.lets(Rank.FAMILY)).isFalse();
        assertThat(rush.lets(Rank.OPERATIONS)).isTrue();
    }

    @Test
    void Every_address_has_its_rank() {
        assertThat(Rank.of("/desk/insight")).isEqualTo(Rank.REPORT);
        assertThat(Rank.of("/desk/records/export")).isEqualTo(Rank.REPORT);
        assertThat(Rank.of("/desk")).isEqualTo(Rank.DESK);
        assertThat(Rank.of("/desk/inquiries/1042")).isEqualTo(Rank.DESK);
        assertThat(Rank.of("/api/inquiries")).isEqualTo(Rank.FAMILY);
        assertThat(Rank.of("/webhooks/twilio/sms")).isEqualTo(Rank.FAMILY);
        assertThat(Rank.of("/")).isEqualTo(Rank.FAMILY);
        assertThat(Rank.of("/q/health/live")).isEqualTo(Rank.OPERATIONS);
    }
}
