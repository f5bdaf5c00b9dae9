package org.rightdoor.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RisingTest {

    @Test
    void What_comes_far_more_often_than_at_this_hour_of_other_weeks_is_an_alarm() {
        assertThat(Rising.isAlarming(6, 0.5)).isTrue();
        assertThat(Rising.isAlarming(4, 0)).isTrue();
        assertThat(Rising.isAlarming(3, 0)).isFalse();
        assertThat(Rising.isAlarming(6, 3)).isFalse();
        assertThat(Rising.isAlarming(40, 30)).isFalse();
        assertThat(Rising.isAlarming(60, 30)).isTrue();
    }

    @Test
    void It_is_called_by_what_most_of_the_messages_name() {
        var surge = Rising.surge(
                "bus-late",
                "",
                8,
                0.5,
                List.of(
                        "Where is bus 14?",
                        "BUS #14 did not come",
                        "bus number 14 is late, bus 14!!",
                        "my son waits for bus 14 since 7:10",
                        "Bus14 late again",
                        "Bus 014 not here",
                        "bus 22 is late",
                        "no bus today, it was 20 min late"));
        assertThat(surge.what()).isEqualTo("bus 14");
        assertThat(surge.often()).isEqualTo("six times in 30 minutes");
    }

    @Test
    void Where_they_name_nothing_in_common_the_topic_says_it() {
        var surge = Rising.surge("lunch", "", 5, 0, List.of("no food", "room 3", "room 4", "nothing to eat", "hungry"));
        assertThat(surge.what()).isEmpty();
        assertThat(surge.often()).isEqualTo("five times in 30 minutes");
    }
}
