package org.rightdoor.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is said about a phrasing left out is what a ridge says that never saw it. */
class RidgeTest {

    private static final int[] ANSWER_OF = {0, 0, 0, 1, 1, 2, 2, 2};
    private static final double[][] LIKENESS = likeness();

    private final Ridge ridge = ridge(IntStream.range(0, ANSWER_OF.length).toArray());

    @Test
    void A_phrasing_left_out_is_scored_as_if_it_had_never_been_there() {
        for (var asked = 0; asked < ANSWER_OF.length; asked++) {
            assertSame(ridge.without(asked), scoresWithout(asked, new int[] {asked}));
        }
    }

    @Test
    void An_answer_left_out_is_left_out_with_all_its_phrasings() {
        var own = new int[] {5, 6, 7};
        var scores = ridge.without(own);
        for (var i = 0; i < own.length; i++) {
            assertSame(scores[i], scoresWithout(own[i], own));
        }
    }

    private static void assertSame(double[] scores, double[] expected) {
        for (var answer = 0; answer < scores.length; answer++) {
            assertThat(scores[answer]).isCloseTo(expected[answer], within(1e-9));
        }
    }

    private static double[] scoresWithout(int asked, int[] leftOut) {
        var kept = IntStream.range(0, ANSWER_OF.length)
                .filter(i -> Arrays.stream(leftOut).noneMatch(out -> out == i))
                .toArray();
        var weights = ridge(kept).weights();
        var scores = new double[3];
        for (var i = 0; i < kept.length; i++) {
            for (var answer = 0; answer < scores.length; answer++) {
                scores[answer] += LIKENESS[asked][kept[i]] * weights[i][answer];
            }
        }
        return scores;
    }

    private static Ridge ridge(int[] kept) {
        var likeness = Arrays.stream(kept)
                .mapToObj(i ->
                        Arrays.stream(kept).mapToDouble(j -> LIKENESS[i][j]).toArray())
                .toArray(double[][]::new);
        return new Ridge(likeness, Arrays.stream(kept).map(i -> ANSWER_OF[i]).toArray(), 3);
    }

    private static double[][] likeness() {
        var random = new Random(7);
        var points = new double[ANSWER_OF.length][4];
        Arrays.stream(points).forEach(point -> Arrays.setAll(point, i -> random.nextGaussian()));
        return Arrays.stream(points)
                .map(a -> Arrays.stream(points)
                        .mapToDouble(b -> IntStream.range(0, 4)
                                .mapToDouble(i -> a[i] * b[i])
                                .sum())
                        .toArray())
                .toArray(double[][]::new);
    }
}
