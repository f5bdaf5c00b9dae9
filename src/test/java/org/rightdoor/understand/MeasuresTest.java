package org.rightdoor.understand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rightdoor.understand.Reading.Guess;

class MeasuresTest {

    private static final double HAIR = 1e-9;

    @Test
    void Accuracy_and_the_first_three_count_the_right_label() {
        var measures = new Measures(List.of(
                trial("a", 0.9, "a"), trial("a", 0.5, "b", "a"), trial("a", 0.5, "b", "c", "d", "a"), trial("b", 0)));

        assertThat(measures.accuracy()).isEqualTo(0.25);
        assertThat(measures.topThree()).isEqualTo(0.5);
    }

    @Test
    void Macro_F1_weighs_a_small_label_like_a_large_one() {
        var measures =
                new Measures(List.of(trial("a", 1, "a"), trial("a", 1, "a"), trial("a", 1, "a"), trial("b", 1, "a")));

        assertThat(measures.macroF1()).isCloseTo((6.0 / 7 + 0) / 2, within(HAIR));
    }

    @Test
    void A_classifier_that_is_right_as_often_as_it_says_has_no_calibration_error() {
        var honest = new Measures(List.of(trial("a", 0.5, "a"), trial("b", 0.5, "a")));
        var boasting = new Measures(List.of(trial("a", 0.9, "a"), trial("b", 0.9, "a")));

        assertThat(honest.calibrationError()).isCloseTo(0, within(HAIR));
        assertThat(boasting.calibrationError()).isCloseTo(0.4, within(HAIR));
    }

    @Test
    void Coverage_is_the_largest_share_that_keeps_the_precision() {
        var measures = new Measures(
                List.of(trial("a", 0.9, "a"), trial("a", 0.8, "b"), trial("a", 0.7, "a"), trial("a", 0.6, "a")));

        assertThat(measures.coverageAt(0.99)).isEqualTo(0.25);
        assertThat(measures.coverageAt(0.75)).isEqualTo(1.0);
    }

    @Test
    void Texts_of_one_confidence_are_covered_together_or_not_at_all() {
        var measures = new Measures(List.of(trial("a", 0.9, "a"), trial("a", 0.9, "b")));

        assertThat(measures.coverageAt(0.99)).isZero();
    }

    @Test
    void Auroc_is_the_chance_that_a_text_in_scope_is_held_surer() {
        var inScope = new Measures(List.of(trial("a", 0.9, "a"), trial("a", 0.5, "a")));
        var others = new Measures(List.of(trial("oos", 0.5, "a"), trial("oos", 0.1, "a")));

        assertThat(inScope.auroc(others)).isCloseTo(3.5 / 4, within(HAIR));
    }

    @Test
    void The_threshold_makes_the_most_right_decisions() {
        var inScope = new Measures(List.of(trial("a", 0.9, "a"), trial("a", 0.6, "a"), trial("a", 0.2, "b")));
        var others = new Measures(List.of(trial("oos", 0.5, "a"), trial("oos", 0.1, "a")));

        double threshold = Threshold.best(inScope, others);

        assertThat(threshold).isEqualTo(0.6);
        assertThat(inScope.accuracyAt(threshold)).isCloseTo(2.0 / 3, within(HAIR));
        assertThat(others.shareBelow(threshold)).isEqualTo(1);
    }

    private static Trial trial(String label, double confidence, String... guesses) {
        var ranked = List.of(guesses).stream()
                .map(guess -> new Guess(guess, confidence))
                .toList();
        return new Trial(label, "text", ranked, confidence, confidence, 1);
    }
}
