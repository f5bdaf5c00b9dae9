package org.rightdoor.understand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NeighboursTest {

    /** Of a vector of four numbers; of 384 the errors of rounding mostly cancel out. */
    private static final double ROUNDING = 2e-3;

    private static final Neighbours NEIGHBOURS = new Neighbours(
            Stream.of(pointing(1, 0), pointing(0.8f, 0.6f), pointing(0, 1))
                    .map(RoundedPlace::of)
                    .toArray(RoundedPlace[]::new),
            new int[][] {{0}, {1}, {2}});

    @Test
    void The_topic_of_the_nearest_text_has_the_largest_share_and_all_shares_make_one() {
        var say = NEIGHBOURS.say(pointing(0.6f, 0.8f), new int[] {0, 1, 2});

        assertThat(say.shares()[1]).isGreaterThan(say.shares()[2]).isGreaterThan(say.shares()[0]);
        assertThat(Arrays.stream(say.shares()).sum()).isCloseTo(1, within(1e-4));
        assertThat(say.nearest()).isCloseTo(0.96, within(ROUNDING));
    }

    @Test
    void Topics_that_are_not_asked_have_next_to_no_share() {
        var say = NEIGHBOURS.say(pointing(0.6f, 0.8f), new int[] {0, 2});

        assertThat(say.shares()[1]).isPositive().isLessThan(1e-5);
        assertThat(say.nearest()).isCloseTo(0.8, within(ROUNDING));
    }

    private static float[] pointing(float first, float second) {
        return new float[] {first, second, 0, 0};
    }
}
