package org.rightdoor.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

    @ParameterizedTest
    @CsvSource({
        "20:59, 21:00, 08:00, false",
        "21:00, 21:00, 08:00, true",
        "03:00, 21:00, 08:00, true",
        "07:59, 21:00, 08:00, true",
        "08:00, 21:00, 08:00, false",
        "12:00, 11:00, 13:00, true",
        "13:00, 11:00, 13:00, false",
        "12:00, 12:00, 12:00, false",
    })
    void Telephones_rest_from_the_first_hour_until_the_second(
            LocalTime now, LocalTime from, LocalTime until, boolean resting) {
        assertThat(OutgoingText.isWithin(now, from, until)).isEqualTo(resting);
    }
}
