package org.rightdoor.understand;

import java.util.List;

/**
 * Tells a text about one of the topics from a text about something else, by how clear its topic is and how near the
 * nearest training text of a likely topic lies.
 */
record Gate(double sureness, double nearness, double bias) {

    /** Fitted on several districts' worth of texts, for those too few to fit it on their own. */
    static final Gate USUAL = new Gate(0.9, 6, -4.5);

    private static final int ROUNDS = 2_000;
    private static final double RATE = 0.5;
    private static final double LEAST_DOUBT = 1e-4;

    /** What the gate goes by: log odds of the best topic, and cosine to the nearest training text of a likely topic. */
    record Clue(double odds, double nearest) {

        static Clue of(double[] probabilities, Heads.Look look) {
            double best = LEAST_DOUBT;
            for (double probability : probabilities) {
                best = Math.max(best, probability);
            }
            return new Clue(Math.log(best / (1 - best + LEAST_DOUBT)), look.nearest());
        }
    }

    /** From 0, surely something else, to 1. */
    double of(Clue clue) {
        return 1 / (1 + Math.exp(-score(clue)));
    }

    /** Logistic regression in which both lists weigh the same, however long they are. */
    static Gate fit(List<Clue> belonging, List<Clue> strange) {
        var gate = new Gate(0, 0, 0);
        for (int round = 0; round < ROUNDS; round++) {
            gate = gate.improved(belonging, 1).improved(strange, 0);
        }
        return gate;
    }

    /** The same gate, moved so that all but one in a hundred of these texts get a half or more. */
    Gate lettingIn(List<Clue> clues) {
        var sorted = clues.stream().mapToDouble(this::score).sorted().toArray();
        return new Gate(sureness, nearness, bias - sorted[sorted.length / 100]);
    }

    private double score(Clue clue) {
        return sureness * clue.odds() + nearness * clue.nearest() + bias;
    }

    private Gate improved(List<Clue> clues, double truth) {
        double odds = 0;
        double near = 0;
        double all = 0;
        for (var clue : clues) {
            double error = truth - of(clue);
            odds += error * clue.odds();
            near += error * clue.nearest();
            all += error;
        }
        double step = RATE / clues.size();
        return new Gate(sureness + step * odds / 4, nearness + step * near * 4, bias + step * all);
    }
}
