package org.rightdoor.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rightdoor.calendar.MapleCalendar.ZONE;
import static org.rightdoor.calendar.MapleCalendar.at;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds for all open hours, over two years of random moments. */
class OpenHoursTest {

    static final int TRIALS = 2_000;

    SchoolCalendar calendar = MapleCalendar.read();
    OpenHours office = calendar.openHours("student-services");
    Random random = new Random(20261122);

    @Test
    void Time_that_passes_until_a_promise_is_due_is_the_time_promised() {
        IntStream.range(0, TRIALS).forEach(i -> {
            var from = moment();
            var promised = Duration.ofMinutes(1 + random.nextInt(60 * 80));

            var due = office.after(from, promised);

            assertThat(office.openTime(from, due))
                    .as("from %s for %s", from, promised)
                    .isEqualTo(promised);
            assertThat(office.isOpen(due.minusNanos(1))).isTrue();
        });
    }

    @Test
    void Open_time_adds_up_wherever_it_is_cut() {
        IntStream.range(0, TRIALS).forEach(i -> {
            var cuts = IntStream.range(0, 3).mapToObj(n -> moment()).sorted().toList();

            assertThat(office.openTime(cuts.get(0), cuts.get(1)).plus(office.openTime(cuts.get(1), cuts.get(2))))
                    .isEqualTo(office.openTime(cuts.get(0), cuts.get(2)));
            assertThat(office.openTime(cuts.get(2), cuts.get(0))).isEqualTo(Duration.ZERO);
        });
    }

    @Test
    void Open_time_is_the_minutes_in_which_the_doors_are_open() {
        IntStream.range(0, 40).forEach(i -> {
            var from = moment();
            var minutes = random.nextInt(60 * 24 * 10);
            var open = IntStream.range(0, minutes)
                    .filter(minute -> office.isOpen(from.plusSeconds(60L * minute)))
                    .count();

            assertThat(office.openTime(from, from.plusSeconds(60L * minutes)).toMinutes())
                    .isEqualTo(open);
        });
    }

    @Test
    void Doors_open_and_close_where_they_say() {
        IntStream.range(0, TRIALS).forEach(i -> {
            var at = moment();
            var opens = office.opensNext(at);
            var closes = office.closes(at);

            assertThat(opens).isAfterOrEqualTo(at).isBefore(closes);
            assertThat(office.isOpen(opens)).isTrue();
            assertThat(office.isOpen(closes)).isFalse();
            assertThat(office.openTime(at, opens)).isEqualTo(Duration.ZERO);
            assertThat(office.openTime(opens, closes)).isEqualTo(Duration.between(opens, closes));
        });
    }

    @Test
    void Who_asks_later_is_never_promised_an_earlier_answer() {
        IntStream.range(0, TRIALS).forEach(i -> {
            var earlier = moment();
            var later = earlier.plusSeconds(random.nextInt(500_000));
            var days = random.nextInt(5);

            assertThat(office.endOfDay(earlier, days)).isBeforeOrEqualTo(office.endOfDay(later, days));
            assertThat(office.after(earlier, Duration.ofHours(5)))
                    .isBeforeOrEqualTo(office.after(later, Duration.ofHours(5)));
        });
    }

    @Test
    void Hours_in_the_night_of_a_clock_change_are_as_long_as_they_really_are() {
        var night = OpenHours.weekly(Week.parse("mon-sun 0:00-6:00"), ZONE);

        assertThat(night.openTime(at("2027-03-14 00:00"), at("2027-03-15 00:00")))
                .isEqualTo(Duration.ofHours(5));
        assertThat(night.openTime(at("2026-11-01 00:00"), at("2026-11-02 00:00")))
                .isEqualTo(Duration.ofHours(7));
        var swallowed = OpenHours.weekly(Week.parse("mon-sun 2:00-3:00"), ZONE);
        assertThat(swallowed.openTime(at("2027-03-14 00:00"), at("2027-03-15 00:00")))
                .isEqualTo(Duration.ZERO);
    }

    @Test
    void Doors_that_never_open_are_said_to_be_so() {
        var never = OpenHours.weekly(Week.CLOSED, ZONE);

        assertThat(never.isOpen(at("2026-10-06 10:00"))).isFalse();
        assertThatThrownBy(() -> never.opensNext(at("2026-10-06 10:00"))).hasMessageContaining("two years");
        assertThatThrownBy(() -> never.after(at("2026-10-06 10:00"), Duration.ofHours(1)))
                .hasMessageContaining("Mend the calendar");
    }

    @Test
    void A_promise_is_counted_in_microseconds() {
        var moments = IntStream.range(0, 20_000).mapToObj(i -> moment()).toList();
        moments.forEach(at -> office.after(at, Duration.ofHours(20)));

        var start = System.nanoTime();
        moments.forEach(at -> office.after(at, Duration.ofHours(20)));
        var microseconds = (System.nanoTime() - start) / 1_000.0 / moments.size();

        System.out.printf("after(20 open hours): %.2f microseconds%n", microseconds);
        assertThat(microseconds).isLessThan(50);
    }

    /** Some moment between the first day of school and the end of the second summer. */
    private Instant moment() {
        var start = LocalDate.of(2026, 8, 31).atStartOfDay(ZONE).toInstant();
        return start.plusSeconds(60L * random.nextInt(60 * 24 * 700));
    }
}
