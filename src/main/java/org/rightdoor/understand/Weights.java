package org.rightdoor.understand;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import opennlp.tools.ml.ArrayMath;
import opennlp.tools.ml.model.MaxentModel;

/**
 * A maximum entropy model as OpenNLP's own, found by {@link SoftmaxTrainer}. It lies in a few arrays, in a quarter of the
 * memory that an object for each feature takes, and features may be given by number.
 */
final class Weights implements MaxentModel {

    private final Lexicon features;
    private final String[] labels;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final int[] from;
    private final short[] labelOf;
    private final float[] weights;

    /**
     * @param from where in the other two each feature begins, and their length
     * @param labelOf for what each of the weights speaks, of one feature in rising order
     */
    Weights(Lexicon features, List<String> labels, int[] from, short[] labelOf, float[] weights) {
        this.features = features;
        this.labels = labels.toArray(String[]::new);
        this.from = from;
        this.labelOf = labelOf;
        this.weights = weights;
        for (int i = 0; i < this.labels.length; i++) indexes.put(this.labels[i], i);
    }

    /** The same in the memory of that lexicon, where both name the same features. */
    Weights sharing(Lexicon other) {
        return features.isSame(other) ? new Weights(other, List.of(labels), from, labelOf, weights) : this;
    }

    Lexicon features() {
        return features;
    }

    /** How much a feature speaks for a label; 0 where it says nothing. */
    float of(int feature, int label) {
        int at = Arrays.binarySearch(labelOf, from[feature], from[feature + 1], (short) label);
        return at < 0 ? 0 : weights[at];
    }

    /** Where the feature's weights begin, in {@link #label} and {@link #weight}; they end where the next one's begin. */
    int from(int feature) {
        return from[feature];
    }

    int label(int at) {
        return labelOf[at];
    }

    float weight(int at) {
        return weights[at];
    }

    /** Probabilities in the order of the labels. */
    double[] eval(int[] numbers, float[] values) {
        var sums = new double[labels.length];
        for (int i = 0; i < numbers.length; i++) add(numbers[i], values[i], sums);
        return probabilities(sums);
    }

    @Override
    public double[] eval(String[] context, float[] values) {
        var sums = new double[labels.length];
        for (int i = 0; i < context.length; i++) {
            int feature = features.number(context[i]);
            if (feature != Lexicon.NONE) add(feature, values == null ? 1 : values[i], sums);
        }
        return probabilities(sums);
    }

    @Override
    public double[] eval(String[] context) {
        return eval(context, (float[]) null);
    }

    @Override
    public double[] eval(String[] context, double[] ignored) {
        return eval(context);
    }

    private void add(int feature, double value, double[] sums) {
        for (int at = from[feature]; at < from[feature + 1]; at++) sums[labelOf[at]] += value * weights[at];
    }

    /** What each feature says of every label, one feature after the other: where nearly all say something of all. */
    float[][] table() {
        var table = new float[features.size()][labels.length];
        for (int feature = 0; feature < table.length; feature++) {
            for (int at = from[feature]; at < from[feature + 1]; at++) table[feature][labelOf[at]] = weights[at];
        }
        return table;
    }

    /** Of what was added up for each label; the sums are overwritten. */
    static double[] probabilities(double[] sums) {
        double highest = Double.NEGATIVE_INFINITY;
        for (double sum : sums) highest = Math.max(highest, sum);
        double all = 0;
        for (int i = 0; i < sums.length; i++) {
            sums[i] = Math.exp(sums[i] - highest);
            all += sums[i];
        }
        for (int i = 0; i < sums.length; i++) sums[i] /= all;
        return sums;
    }

    @Override
    public String getBestOutcome(double[] probabilities) {
        return labels[ArrayMath.argmax(probabilities)];
    }

    @Override
    public String getAllOutcomes(double[] probabilities) {
        var all = new StringBuilder();
        for (int i = 0; i < labels.length; i++) {
            all.append(i == 0 ? "" : "  ")
                    .append(labels[i])
                    .append('[')
                    .append(probabilities[i])
                    .append(']');
        }
        return all.toString();
    }

    @Override
    public String getOutcome(int index) {
        return labels[index];
    }

    @Override
    public int getIndex(String label) {
        return indexes.getOrDefault(label, -1);
    }

    @Override
    public int getNumOutcomes() {
        return labels.length;
    }
}
