package org.rightdoor.insight.questions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class GroupingTest {

    @Test
    void A_middle_stays_of_length_one_and_lies_between_what_it_is_made_of() {
        var middle = Middle.of(new float[] {1, 0}).with(Middle.of(new float[] {0, 1}));
        assertThat(middle.weight()).isEqualTo(2);
        assertThat(middle.likeness(middle.place())).isCloseTo(1, within(1e-6));
        assertThat(middle.likeness(new float[] {1, 0})).isCloseTo(Math.sqrt(0.5), within(1e-6));
    }

    @Test
    void A_heavy_group_moves_little() {
        var heavy = new Middle(new float[] {1, 0}, 199);
        var moved = heavy.with(Middle.of(new float[] {0, 1}));
        assertThat(moved.weight()).isEqualTo(200);
        assertThat(moved.with(Middle.of(new float[] {0, 1})).weight()).isEqualTo(200);
        assertThat(moved.likeness(new float[] {1, 0})).isGreaterThan(0.999);
    }

    @Test
    void What_is_for_one_family_is_taken_out_of_a_reply() {
        assertThat(
                        BestReplies.forEverybody(
                                "Dear Ms. Ruiz,\n\nThe library is open until five on Fridays.\nBring the card.\n\nKind regards\nKim Lee"))
                .isEqualTo("The library is open until five on Fridays.\nBring the card.");
        assertThat(BestReplies.forEverybody("Hello Ana,")).isEqualTo("Hello Ana,");
        assertThat(BestReplies.asLines(
                        List.of("When?\nCall 410-555-0123 or ana@family.example", "When?  Call … or …", "")))
                .containsExactly("When? Call … or …");
    }
}
