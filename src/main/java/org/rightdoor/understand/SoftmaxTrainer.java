package org.rightdoor.understand;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Fits a maximum entropy model by stochastic gradient descent. It gives the same kind of model as OpenNLP's own
 * quasi-Newton trainer in seconds instead of minutes for 150 topics, and the same one each time.
 *
 * @param epochs how often each text is seen
 * @param rate first step size; it falls to zero in a straight line
 */
record SoftmaxTrainer(int epochs, double rate) {

    /** Weights below this change no probability that a person could see, and are most of the memory. */
    private static final float NEGLIGIBLE = 0.02f;

    private static final float SETTLED = 1e-6f;

    /** Weights feature by feature: that of a label for a feature stands at {@code feature * labels + label}. */
    float[] weights(List<Vector> texts, int[] labelOf, int features, int labels) {
        var weights = new float[features * labels];
        var scores = new float[labels];
        double steps = (double) epochs * texts.size();
        long step = 0;
        for (int epoch = 0; epoch < epochs; epoch++) {
            for (int text : order(texts.size(), epoch)) {
                float size = (float) (rate * (1 - step++ / steps));
                learn(texts.get(text), labelOf[text], size, weights, scores);
            }
        }
        return weights;
    }

    static Weights model(float[] weights, List<String> features, List<String> labels) {
        int kept = 0;
        for (float weight : weights) kept += Math.abs(weight) >= NEGLIGIBLE ? 1 : 0;
        var from = new int[features.size() + 1];
        var labelOf = new short[kept];
        var values = new float[kept];
        for (int i = 0, at = 0; i < weights.length; i++) {
            if (Math.abs(weights[i]) >= NEGLIGIBLE) {
                labelOf[at] = (short) (i % labels.size());
                values[at++] = weights[i];
            }
            from[i / labels.size() + 1] = at;
        }
        return new Weights(Lexicon.of(features), labels, from, labelOf, values);
    }

    private static void learn(Vector text, int label, float size, float[] weights, float[] scores) {
        score(text, weights, scores);
        softmax(scores);
        scores[label] -= 1;
        if (squared(scores) < SETTLED) {
            return;
        }
        for (int k = 0; k < text.size(); k++) {
            int row = text.features()[k] * scores.length;
            float part = size * text.values()[k];
            for (int l = 0; l < scores.length; l++) {
                weights[row + l] -= part * scores[l];
            }
        }
    }

    static void score(Vector text, float[] weights, float[] scores) {
        Arrays.fill(scores, 0);
        int[] features = text.features();
        float[] values = text.values();
        int k = 0;
        // Four features at once, for reading and writing the sums again for each is what takes the time.
        for (; k + 3 < features.length; k += 4) {
            int first = features[k] * scores.length;
            int second = features[k + 1] * scores.length;
            int third = features[k + 2] * scores.length;
            int fourth = features[k + 3] * scores.length;
            for (int l = 0; l < scores.length; l++) {
                scores[l] += values[k] * weights[first + l]
                        + values[k + 1] * weights[second + l]
                        + values[k + 2] * weights[third + l]
                        + values[k + 3] * weights[fourth + l];
            }
        }
        for (; k < features.length; k++) {
            int row = features[k] * scores.length;
            for (int l = 0; l < scores.length; l++) {
                scores[l] += values[k] * weights[row + l];
            }
        }
    }

    static void softmax(float[] scores) {
        float highest = Float.NEGATIVE_INFINITY;
        for (float score : scores) {
            highest = Math.max(highest, score);
        }
        double sum = 0;
        for (int l = 0; l < scores.length; l++) {
            scores[l] = (float) Math.exp(scores[l] - highest);
            sum += scores[l];
        }
        for (int l = 0; l < scores.length; l++) {
            scores[l] /= (float) sum;
        }
    }

    private static float squared(float[] values) {
        float sum = 0;
        for (float value : values) {
            sum += value * value;
        }
        return sum;
    }

    /**
     * A random order in which a text more or less leaves the others where they were: so a model that learned one more text
     * differs by that text, and not by chance.
     */
    private static int[] order(int size, int epoch) {
        var random = new SplittableRandom(epoch);
        var places = random.longs(size).toArray();
        return IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingLong(text -> places[text]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
