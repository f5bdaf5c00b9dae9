package org.rightdoor.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoadTest {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final Instant TWO_AT_NIGHT = Instant.parse("2026-11-24T07:00:00Z");
    private static final OnCall NIGHTS = new OnCall(9, DayOfWeek.MONDAY, LocalTime.of(17, 0), LocalTime.of(8, 0));

    private final Rota rota =
            new Rota(Map.of(Rota.ALL, List.of(1L, 2L, 3L), "bullying", List.of(4L)), List.of(NIGHTS), 5L, 10);

    @Test
    void In_open_hours_the_people_come_in_their_order_and_then_the_fallback() {
        assertThat(rota.road("self-harm", true, TWO_AT_NIGHT, ZONE).people()).containsExactly(1L, 2L, 3L, 5L);
        assertThat(rota.road("bullying", true, TWO_AT_NIGHT, ZONE).people()).containsExactly(4L, 5L);
    }

    @Test
    void After_hours_whoever_is_on_call_comes_first() {
        assertThat(rota.road("self-harm", false, TWO_AT_NIGHT, ZONE).people()).containsExactly(9L, 1L, 2L, 3L, 5L);
    }

    @Test
    void A_span_that_passes_midnight_ends_on_the_next_day() {
        assertThat(NIGHTS.holds(TWO_AT_NIGHT.atZone(ZONE))).isTrue();
        assertThat(NIGHTS.holds(TWO_AT_NIGHT.plus(Duration.ofHours(6)).atZone(ZONE)))
                .isFalse();
        assertThat(NIGHTS.holds(TWO_AT_NIGHT.minus(Duration.ofDays(1)).atZone(ZONE)))
                .isFalse();
        assertThat(NIGHTS.holds(TWO_AT_NIGHT.minus(Duration.ofHours(3)).atZone(ZONE)))
                .isTrue();
    }

    @Test
    void It_goes_round_until_somebody_has_it_and_stops_after_a_day() {
        var road = rota.road("bullying", true, TWO_AT_NIGHT, ZONE);
        assertThat(road.next(List.of())).isEqualTo(4);
        assertThat(road.next(List.of(4L))).isEqualTo(5);
        assertThat(road.next(List.of(4L, 5L))).isEqualTo(4);
        assertThat(road.next(List.of(4L, 5L, 4L))).isEqualTo(5);
        assertThat(road.next(TWO_AT_NIGHT, TWO_AT_NIGHT)).isEqualTo(TWO_AT_NIGHT.plus(Duration.ofMinutes(10)));
        assertThat(road.next(TWO_AT_NIGHT, TWO_AT_NIGHT.plus(Duration.ofHours(24))))
                .isNull();
    }

    @Test
    void When_the_doors_close_whoever_is_on_call_is_next_and_when_they_open_nobody_is_left_out() {
        var open = rota.road("self-harm", true, TWO_AT_NIGHT, ZONE);
        var closed = rota.road("self-harm", false, TWO_AT_NIGHT, ZONE);
        assertThat(open.next(List.of())).isEqualTo(1);
        assertThat(closed.next(List.of(1L))).isEqualTo(9);
        assertThat(closed.next(List.of(1L, 9L))).isEqualTo(2);
        assertThat(closed.next(List.of(1L, 9L, 2L, 3L, 5L))).isEqualTo(9);
        assertThat(closed.next(List.of())).isEqualTo(9);
        assertThat(open.next(List.of(9L))).isEqualTo(1);
        assertThat(open.next(List.of(9L, 1L, 2L, 3L))).isEqualTo(5);
        assertThat(open.next(List.of(9L, 1L, 2L, 3L, 5L))).isEqualTo(1);
    }

    @Test
    void When_all_were_called_and_then_the_doors_close_it_goes_round_on_the_other_road() {
        var closed = rota.road("self-harm", false, TWO_AT_NIGHT, ZONE);
        var called = new ArrayList<>(List.of(1L, 2L, 3L, 5L));
        for (var i = 0; i < 8; i++) called.add(closed.next(called));
        assertThat(called.subList(4, called.size())).containsExactly(9L, 1L, 9L, 2L, 3L, 5L, 9L, 1L);
    }

    @Test
    void One_person_alone_is_called_again_and_again() {
        var road = new Rota(Map.of(Rota.ALL, List.of(1L)), List.of(), null, 10)
                .road("self-harm", true, TWO_AT_NIGHT, ZONE);
        assertThat(road.next(List.of(1L))).isEqualTo(1);
        assertThat(road.next(List.of(1L, 1L))).isEqualTo(1);
    }

    @Test
    void It_is_off_until_every_category_has_somebody() {
        assertThat(rota.isOn(Set.of("self-harm", "bullying"))).isTrue();
        var one = new Rota(Map.of("bullying", List.of(4L)), List.of(), 5L, 10);
        assertThat(one.isOn(Set.of("self-harm", "bullying"))).isFalse();
        assertThat(one.isOn(Set.of("bullying"))).isTrue();
    }

    @Test
    void Where_nobody_is_named_nobody_is_called() {
        var road = new Rota(Map.of(), List.of(), null, 10).road("self-harm", true, TWO_AT_NIGHT, ZONE);
        assertThat(road.next(List.of())).isNull();
        assertThat(road.next(TWO_AT_NIGHT, TWO_AT_NIGHT)).isNull();
    }
}
