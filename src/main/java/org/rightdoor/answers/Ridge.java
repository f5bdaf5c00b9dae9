package org.rightdoor.answers;

/**
 * Learns how much likeness to each phrasing speaks for each answer, by kernel ridge regression. What it would have said
 * without one phrasing, or without a whole answer, follows from what it has learnt, so that trying each of a thousand
 * phrasings costs no more than learning once (Rifkin and Lippert, "Notes on Regularized Least Squares", 2007).
 */
final class Ridge {

    /** Below it single phrasings say too much, above it all answers become alike. */
    private static final double SMOOTHNESS = 0.3;

    private final int[] answerOf;
    private final double[][] inverse;
    private final double[][] weights;

    /**
     * @param likeness of each phrasing to each; is used up
     * @param answerOf the index of each phrasing's answer
     */
    Ridge(double[][] likeness, int[] answerOf, int answers) {
        this.answerOf = answerOf;
        for (var i = 0; i < likeness.length; i++) {
            likeness[i][i] += SMOOTHNESS;
        }
        invert(likeness);
        this.inverse = likeness;
        this.weights = new double[answerOf.length][answers];
        for (var i = 0; i < answerOf.length; i++) {
            for (var j = 0; j < answerOf.length; j++) {
                weights[i][answerOf[j]] += inverse[i][j];
            }
        }
    }

    /** What each phrasing, when a text is wholly like it, adds to the score of each answer. */
    double[][] weights() {
        return weights;
    }

    /** The scores of all answers for a phrasing, had it not been written down. */
    double[] without(int phrasing) {
        var scores = new double[weights[phrasing].length];
        for (var answer = 0; answer < scores.length; answer++) {
            scores[answer] = truth(phrasing, answer) - weights[phrasing][answer] / inverse[phrasing][phrasing];
        }
        return scores;
    }

    /** The scores of all answers for each of these phrasings, had none of them been written down. */
    double[][] without(int[] phrasings) {
        var block = new double[phrasings.length][phrasings.length];
        for (var i = 0; i < phrasings.length; i++) {
            for (var j = 0; j < phrasings.length; j++) {
                block[i][j] = inverse[phrasings[i]][phrasings[j]];
            }
        }
        invert(block);
        var scores = new double[phrasings.length][weights[0].length];
        for (var i = 0; i < phrasings.length; i++) {
            for (var answer = 0; answer < scores[i].length; answer++) {
                scores[i][answer] = truth(phrasings[i], answer);
                for (var j = 0; j < phrasings.length; j++) {
                    scores[i][answer] -= block[i][j] * weights[phrasings[j]][answer];
                }
            }
        }
        return scores;
    }

    private double truth(int phrasing, int answer) {
        return answerOf[phrasing] == answer ? 1 : 0;
    }

    /** In place, by Gauss and Jordan; a positive definite matrix needs no search for pivots. */
    private static void invert(double[][] matrix) {
        for (var k = 0; k < matrix.length; k++) {
            var row = matrix[k];
            var pivot = 1 / row[k];
            row[k] = 1;
            for (var j = 0; j < row.length; j++) {
                row[j] *= pivot;
            }
            for (var i = 0; i < matrix.length; i++) {
                if (i != k) {
                    subtract(row, matrix[i][k], matrix[i], k);
                }
            }
        }
    }

    private static void subtract(double[] row, double factor, double[] from, int k) {
        from[k] = 0;
        for (var j = 0; j < row.length; j++) {
            from[j] -= factor * row[j];
        }
    }
}
