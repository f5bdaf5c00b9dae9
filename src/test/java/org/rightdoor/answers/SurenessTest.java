package org.rightdoor.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rightdoor.answers.Sureness.Trial;
import org.rightdoor.routing.LocalText;

class SurenessTest {

    @Test
    void A_higher_precision_asks_for_more_and_gives_less() {
        var sureness = new Sureness(trials(200, 200, 200));

        assertThat(sureness.least(0.98)).isGreaterThan(sureness.least(0.95));
        assertThat(sureness.coverage(0.98)).isBetween(0.01, sureness.coverage(0.95));
    }

    @Test
    void Where_right_and_wrong_cannot_be_told_apart_more_is_asked_than_any_trial_reached() {
        var mixed =
                new Sureness(Stream.concat(right(100, 1), wrong(100, 100, 1)).toList());

        assertThat(mixed.least(0.95)).isBetween(1.1, 2.0);
        assertThat(mixed.coverage(0.95)).isZero();
    }

    @Test
    void A_handful_of_trials_shows_nothing_to_be_safe() {
        assertThat(new Sureness(right(8, 2).toList()).least(0.98)).isInfinite();
        assertThat(new Sureness(List.of()).least(0.95)).isInfinite();
    }

    @Test
    void Wrong_ones_about_few_matters_tell_less_than_those_about_many() {
        assertThat(new Sureness(trials(200, 200, 1)).least(0.95))
                .isGreaterThan(new Sureness(trials(200, 200, 200)).least(0.95));
    }

    private static List<Trial> trials(int right, int wrong, int matters) {
        return Stream.concat(right(right, 2), wrong(wrong, matters, 0.5)).toList();
    }

    /** From zero to the highest, evenly. */
    private static Stream<Trial> right(int count, double highest) {
        return IntStream.range(0, count).mapToObj(i -> new Trial(answer(i), highest * (i + 1) / count, true));
    }

    private static Stream<Trial> wrong(int count, int matters, double highest) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Trial(answer(i % matters), highest * (i + 1) / count, false));
    }

    private static Answer answer(int id) {
        return new Answer("a" + id, "", Map.of(), new LocalText(Map.of("en", "text")), LocalDate.MAX);
    }
}
