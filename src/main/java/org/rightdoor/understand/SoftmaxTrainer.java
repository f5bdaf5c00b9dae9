package org.rightdoor.understand;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import opennlp.tools.ml.maxent.quasinewton.QNModel;
import opennlp.tools.ml.model.Context;

/**
 * Fits a maximum entropy model by stochastic gradient descent. It gives the same kind of model as OpenNLP's own
 * quasi-Newton trainer, {@link QNModel}, in seconds instead of minutes for 150 topics, and the same one each time.
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
        var order = inOrder(texts.size());
        var random = new Random(1);
        double steps = (double) epochs * order.length;
        long step = 0;
        for (int epoch = 0; epoch < epochs; epoch++) {
            shuffle(order, random);
            for (int text : order) {
                float size = (float) (rate * (1 - step++ / steps));
                learn(texts.get(text), labelOf[text], size, weights, scores);
            }
        }
        return weights;
    }

    static QNModel model(float[] weights, List<String> features, List<String> labels) {
        var contexts = new Context[features.size()];
        for (int feature = 0; feature < contexts.length; feature++) {
            contexts[feature] = context(weights, feature * labels.size(), labels.size());
        }
        return new QNModel(contexts, features.toArray(String[]::new), labels.toArray(String[]::new));
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
        for (int k = 0; k < text.size(); k++) {
            int row = text.features()[k] * scores.length;
            float value = text.values()[k];
            for (int l = 0; l < scores.length; l++) {
                scores[l] += value * weights[row + l];
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

    private static Context context(float[] weights, int row, int labels) {
        int kept = 0;
        for (int l = 0; l < labels; l++) {
            kept += Math.abs(weights[row + l]) >= NEGLIGIBLE ? 1 : 0;
        }
        var outcomes = new int[kept];
        var parameters = new double[kept];
        for (int l = 0, k = 0; l < labels; l++) {
            if (Math.abs(weights[row + l]) >= NEGLIGIBLE) {
                outcomes[k] = l;
                parameters[k++] = weights[row + l];
            }
        }
        return new Context(outcomes, parameters);
    }

    private static int[] inOrder(int size) {
        var order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = i;
        }
        return order;
    }

    private static void shuffle(int[] order, Random random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int other = order[i];
            order[i] = order[j];
            order[j] = other;
        }
    }
}
