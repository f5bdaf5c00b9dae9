package org.rightdoor.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightdoor.calendar.OpenHours;
import org.rightdoor.calendar.Week;

class OpenSignTest {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final OpenHours HOURS = OpenHours.weekly(Week.parse("6:00-17:30"), ZONE);

    @ParameterizedTest(name = "at {0}: open {1}, until {2}")
    @CsvSource({
        "2026-11-20T05:59, false, 2026-11-20T06:00",
        "2026-11-20T06:00, true, 2026-11-20T17:30",
        "2026-11-20T17:30, false, 2026-11-23T06:00",
        "2026-03-06T18:00, false, 2026-03-09T06:00",
    })
    void The_sign_says_whether_somebody_is_there_and_when_that_changes(
            LocalDateTime now, boolean open, LocalDateTime next) {
        var sign = at(now);
        assertThat(sign.open()).isEqualTo(open);
        assertThat(sign.next().toLocalDateTime()).isEqualTo(next);
    }

    private static OpenSign at(LocalDateTime now) {
        return OpenSign.of(HOURS, ZONE, now.atZone(ZONE).toInstant());
    }
}
