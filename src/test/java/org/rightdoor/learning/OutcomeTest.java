package org.rightdoor.learning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutcomeTest {

    @Test
    void A_candidate_that_reads_as_well_is_no_worse() {
        assertThat(outcome(0.8, 0.8).isNoWorse(null)).isTrue();
        assertThat(outcome(0.8, 0.81).isNoWorse(0.8)).isTrue();
    }

    @Test
    void One_text_in_a_thousand_less_is_chance_and_three_are_not() {
        assertThat(outcome(0.8, 0.799).isNoWorse(null)).isTrue();
        assertThat(outcome(0.8, 0.797).isNoWorse(null)).isFalse();
    }

    @Test
    void Many_small_steps_down_do_not_lead_below_where_it_began() {
        assertThat(outcome(0.798, 0.797).isNoWorse(0.8)).isFalse();
    }

    @Test
    void Where_nothing_could_be_kept_back_nothing_is_known_to_be_worse() {
        assertThat(new Outcome("rules", null, null, 0).isNoWorse(null)).isTrue();
        assertThat(new Outcome("rules", 0.5, null, 0).isNoWorse(0.5)).isTrue();
    }

    private static Outcome outcome(double before, double after) {
        return new Outcome("rules", before, after, 1000);
    }
}
