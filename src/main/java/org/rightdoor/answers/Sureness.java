package org.rightdoor.answers;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What the answers' own questions say about when the best answer may be given without a person. Each phrasing was asked
 * once as if it had not been written down, when its answer should come first, and once as if its answer did not exist,
 * when nothing should be given.
 */
final class Sureness {

    /** Share of the wrong trials, the most decisive ones, that tell how fast wrong ones become rare. */
    private static final double TAIL = 0.1;

    private static final int SHORTEST_TAIL = 8;

    /**
     * How many times more wrong ones are expected for a right one than the trials show. Families ask less like the phrasings
     * than these are like each other, and ask about few matters again and again; with four, what was promised was kept on
     * public sets of questions that had no part in the trials.
     */
    private static final double CAUTION = 4;

    /** What may have been missed where next to nothing was seen: the "rule of three" for a confidence of 95 %. */
    private static final double UNSEEN = 3;

    /** A question of that answer, how decisively the first answer came first, and whether it was the right one. */
    record Trial(Answer asked, double decisiveness, boolean right) {}

    private final double[] right;
    private final double[] wrong;
    private final List<Answer> askedWhenWrong;

    Sureness(List<Trial> trials) {
        right = descending(trials, true);
        wrong = descending(trials, false);
        askedWhenWrong = trials.stream()
                .filter(trial -> !trial.right)
                .sorted(Comparator.comparingDouble(Trial::decisiveness).reversed())
                .map(Trial::asked)
                .toList();
    }

    /**
     * The decisiveness from which at least this share of what is given is right; infinite where the trials do not show
     * any to be safe. Beyond the last wrong trial the wrong ones are expected to go on becoming rarer as they did (peaks
     * over threshold: Pickands, 1975).
     */
    double least(double precision) {
        var least = Double.POSITIVE_INFINITY;
        for (var given = 1; given <= right.length; given++) {
            var wrongs = expectedWrong(right[given - 1]);
            if (given >= precision * (given + wrongs)) {
                least = right[given - 1];
            }
        }
        return least;
    }

    /** Share of all right trials that would be given at that precision; 0 where there are none. */
    double coverage(double precision) {
        var least = least(precision);
        return Arrays.stream(right)
                        .filter(decisiveness -> decisiveness >= least)
                        .count()
                / Math.max(1.0, right.length);
    }

    private double expectedWrong(double decisiveness) {
        if (wrong.length <= SHORTEST_TAIL) {
            return wrong.length > 0 && decisiveness <= wrong[0] ? Double.POSITIVE_INFINITY : UNSEEN;
        }
        var tail = Math.max(SHORTEST_TAIL, (int) Math.round(TAIL * wrong.length));
        var start = wrong[tail];
        if (decisiveness <= start) {
            return Double.POSITIVE_INFINITY;
        }
        var excess = 0.0;
        for (var i = 0; i < tail; i++) {
            excess += wrong[i] - start;
        }
        // Wrong ones come in clusters: only different matters tell something new, and few of them tell little.
        var matters = askedWhenWrong.stream().limit(tail).distinct().count();
        var scale = excess / tail * (1 + 1.0 / matters);
        return CAUTION * tail * Math.exp(-(decisiveness - start) / scale);
    }

    private static double[] descending(List<Trial> trials, boolean right) {
        return trials.stream()
                .filter(trial -> trial.right == right)
                .mapToDouble(trial -> -trial.decisiveness)
                .sorted()
                .map(negative -> -negative)
                .toArray();
    }
}
