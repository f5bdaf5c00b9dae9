package org.rightdoor.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TrackRecordTest {

    @Test
    void Nothing_said_proves_nothing_and_condemns_nothing() {
        assertThat(TrackRecord.NONE.atLeast()).isZero();
        assertThat(TrackRecord.NONE.atMost()).isEqualTo(1);
        assertThat(TrackRecord.NONE.provesIt()).isFalse();
        assertThat(TrackRecord.NONE.condemnsIt()).isFalse();
    }

    @Test
    void The_bounds_are_those_of_Clopper_and_Pearson() {
        // Without a miss the bounds have a closed form: 0.1 to the power of one in n.
        assertThat(new TrackRecord(10, 0).atLeast()).isCloseTo(Math.pow(0.1, 0.1), within(1e-9));
        assertThat(new TrackRecord(0, 10).atMost()).isCloseTo(1 - Math.pow(0.1, 0.1), within(1e-9));
        // At the lower bound of 8 in 10, eight or more hits have a probability of one in ten.
        var p = new TrackRecord(8, 2).atLeast();
        var tail = 45 * Math.pow(p, 8) * Math.pow(1 - p, 2) + 10 * Math.pow(p, 9) * (1 - p) + Math.pow(p, 10);
        assertThat(tail).isCloseTo(0.1, within(1e-9));
    }

    @Test
    void Twenty_two_hits_prove_an_answer_and_one_miss_asks_for_sixteen_more() {
        assertThat(new TrackRecord(21, 0).provesIt()).isFalse();
        assertThat(new TrackRecord(22, 0).provesIt()).isTrue();
        assertThat(new TrackRecord(36, 1).provesIt()).isFalse();
        assertThat(new TrackRecord(38, 1).provesIt()).isTrue();
    }

    @Test
    void A_few_unhappy_families_condemn_no_answer_but_many_do() {
        assertThat(new TrackRecord(0, 4).condemnsIt()).isFalse();
        assertThat(new TrackRecord(0, 5).condemnsIt()).isTrue();
        assertThat(new TrackRecord(20, 3).condemnsIt()).isFalse();
        assertThat(new TrackRecord(20, 9).condemnsIt()).isTrue();
    }
}
