package org.rightdoor.understand;

import java.util.List;
import opennlp.tools.ml.ArrayMath;

/**
 * How much each view has to say: probabilities are multiplied, each raised to its weight. The weights are fitted on texts
 * that the views had not seen, so that 0.8 is right in eight of ten cases: they are trust and temperature in one.
 */
record Blend(double meaning, double lexical, double neighbours) {

    static final Blend USUAL = new Blend(0.6, 0.4, 0.2);

    /** Before the neighbours are asked. */
    static final Blend AT_FIRST_SIGHT = new Blend(0.7, 0.5, 0);

    private static final double LEAST_PROBABILITY = 1e-9;

    private static final double[] STEPS = {0.4, 0.2, 0.1, 0.05, 0.025};
    private static final double MOST = 3;

    /** A look at a text and the index of its right topic. */
    record Known(Heads.Look look, int topic) {}

    double[] of(Heads.Look look) {
        var scores = new double[look.lexical().length];
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < scores.length; i++) {
            scores[i] = lexical * log(look.lexical()[i]);
            if (look.meaning() != null) {
                scores[i] += meaning * log(look.meaning()[i]);
            }
            if (look.neighbours() != null) {
                scores[i] += neighbours * log(look.neighbours()[i]);
            }
            highest = Math.max(highest, scores[i]);
        }
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            scores[i] = Math.exp(scores[i] - highest);
            sum += scores[i];
        }
        for (int i = 0; i < scores.length; i++) {
            scores[i] /= sum;
        }
        return scores;
    }

    boolean finds(Known one) {
        var probabilities = of(one.look());
        return ArrayMath.argmax(probabilities) == one.topic();
    }

    /** The weights under which the right topics are likeliest; the loss has one lowest point, so small steps find it. */
    static Blend fit(List<Known> known) {
        var best = USUAL;
        double least = best.loss(known);
        for (double step : STEPS) {
            for (boolean better = true; better; ) {
                better = false;
                for (var next : best.around(step)) {
                    double loss = next.loss(known);
                    if (loss < least) {
                        least = loss;
                        best = next;
                        better = true;
                    }
                }
            }
        }
        return best;
    }

    private List<Blend> around(double step) {
        return List.of(
                new Blend(Math.min(MOST, meaning + step), lexical, neighbours),
                new Blend(Math.max(0, meaning - step), lexical, neighbours),
                new Blend(meaning, Math.min(MOST, lexical + step), neighbours),
                new Blend(meaning, Math.max(0, lexical - step), neighbours),
                new Blend(meaning, lexical, Math.min(MOST, neighbours + step)),
                new Blend(meaning, lexical, Math.max(0, neighbours - step)));
    }

    private double loss(List<Known> known) {
        double loss = 0;
        for (var one : known) {
            loss -= log(of(one.look())[one.topic()]);
        }
        return loss;
    }

    private static double log(double probability) {
        return Math.log(Math.max(probability, LEAST_PROBABILITY));
    }
}
