package org.rightdoor.understand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rightdoor.understand.Gate.Clue;
import org.rightdoor.understand.Heads.Look;

class GateTest {

    @Test
    void A_fitted_gate_lets_the_clear_and_near_in_and_keeps_the_others_out() {
        var gate = Gate.fit(
                List.of(new Clue(3, 0.8), new Clue(2, 0.7), new Clue(4, 0.6)),
                List.of(new Clue(0, 0.3), new Clue(-1, 0.4), new Clue(1, 0.2)));

        assertThat(gate.of(new Clue(3, 0.7))).isGreaterThan(0.9);
        assertThat(gate.of(new Clue(0, 0.3))).isLessThan(0.1);
    }

    @Test
    void A_half_is_where_all_but_one_in_a_hundred_right_texts_come_in() {
        var clues =
                IntStream.rangeClosed(1, 200).mapToObj(i -> new Clue(i, 0.5)).toList();

        var gate = new Gate(1, 1, 5).lettingIn(clues);

        assertThat(clues.stream().filter(clue -> gate.of(clue) < 0.5)).hasSize(2);
    }

    @Test
    void How_many_texts_of_each_sort_there_were_does_not_shift_the_gate() {
        var in = new Clue(2, 0.6);
        var out = new Clue(0, 0.4);

        double once = Gate.fit(List.of(in), List.of(out)).of(new Clue(1, 0.5));
        double often = Gate.fit(List.of(in, in, in, in, in), List.of(out)).of(new Clue(1, 0.5));

        assertThat(often).isBetween(once - 0.01, once + 0.01);
    }

    @Test
    void The_usual_gate_holds_a_near_and_clear_text_to_belong() {
        assertThat(Gate.USUAL.of(Clue.of(new double[] {0.95, 0.05}, new Look(null, null, null, 0.8))))
                .isGreaterThan(0.9);
        assertThat(Gate.USUAL.of(new Clue(-1, 0.3))).isLessThan(0.1);
    }
}
