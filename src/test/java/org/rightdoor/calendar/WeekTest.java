package org.rightdoor.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeekTest {

    @Test
    void Hours_without_days_are_Monday_to_Friday() {
        var week = Week.parse("8:00-16:30");

        assertThat(week.on(DayOfWeek.FRIDAY)).containsExactly(new Span(LocalTime.of(8, 0), LocalTime.of(16, 30)));
        assertThat(week.on(DayOfWeek.SATURDAY)).isEmpty();
        assertThat(week.inShort()).hasSize(1);
    }

    @Test
    void Days_may_differ_and_have_a_pause() {
        var week = Week.parse("Mon-Thu 7:30-12:00, mon-thu 13:00-17:00, fri 8:00 – 12:00, sun 18:00-24:00");

        assertThat(week.on(DayOfWeek.MONDAY)).hasSize(2);
        assertThat(week.on(DayOfWeek.FRIDAY)).hasSize(1);
        assertThat(week.on(DayOfWeek.SUNDAY).get(0).to()).isEqualTo(LocalTime.MIDNIGHT);
        assertThat(week.inShort())
                .extracting(days -> days.first() + "-" + days.last())
                .containsExactly("MONDAY-THURSDAY", "FRIDAY-FRIDAY", "SUNDAY-SUNDAY");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "8-16",
                "16:00-8:00",
                "8:00-8:00",
                "thu-mon 8:00-9:00",
                "mit 8:00-9:00",
                "25:00-26:00",
                "8:00-12:00, 11:00-13:00"
            })
    void What_is_not_hours_is_refused(String text) {
        assertThatThrownBy(() -> Week.parse(text))
                .isInstanceOfAny(IllegalArgumentException.class, java.time.DateTimeException.class);
    }
}
