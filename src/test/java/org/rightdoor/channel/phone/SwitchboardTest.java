package org.rightdoor.channel.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightdoor.Config;
import org.rightdoor.calendar.OpenHours;
import org.rightdoor.calendar.Week;

class SwitchboardTest {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final OpenHours HOURS = OpenHours.weekly(Week.parse("7:30-16:30"), ZONE);

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2026-09-01T07:29, false",
        "2026-09-01T07:30, true",
        "2026-09-01T16:29, true",
        "2026-09-01T16:30, false",
        "2026-09-05T10:00, false",
        "2026-09-06T10:00, false",
    })
    void It_rings_in_the_front_offices_open_hours_by_the_districts_clocks(LocalDateTime at, boolean rings) {
        var now = at.atZone(ZONE).toInstant();
        assertThat(Switchboard.numberToRing(forwardingTo("410-555-0199"), HOURS, now)
                        .isPresent())
                .isEqualTo(rings);
    }

    @Test
    void Without_a_number_or_with_nonsense_for_one_it_never_rings() {
        var open = LocalDateTime.parse("2026-09-01T10:00").atZone(ZONE).toInstant();
        assertThat(Switchboard.numberToRing(forwardingTo("410-555-0199"), HOURS, open))
                .hasValue("+14105550199");
        assertThat(Switchboard.numberToRing(forwardingTo("the office"), HOURS, open))
                .isEmpty();
        assertThat(Switchboard.numberToRing(forwardingTo(null), HOURS, open)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"+14105550142, +14105550142", "+266696687,", "anonymous,", "sip:someone@example.com,"})
    void A_hidden_number_is_nobodys(String from, String caller) {
        assertThat(VoiceCall.caller(from)).isEqualTo(caller);
    }

    private static Config.Voice forwardingTo(String number) {
        return new Config.Voice() {
            @Override
            public Optional<String> forwardTo() {
                return Optional.ofNullable(number);
            }

            @Override
            public int ringSeconds() {
                return 25;
            }
        };
    }
}
