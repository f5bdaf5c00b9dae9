package org.rightdoor.understand;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The meaning of a text as the encoder places it, seen from the middle of all training texts. */
final class MeaningView extends View {

    private static final int[] ALL = IntStream.range(0, Encoder.DIMENSIONS).toArray();
    private static final List<String> NAMES =
            Arrays.stream(ALL).mapToObj(Integer::toString).toList();
    private static final double RATE = 3;
    private static final int EPOCHS = 4;
    /** With few texts each must be seen more often before the topics part. */
    private static final int LEAST_STEPS = 24_000;

    private final float[] middle;
    private final Encoder encoder;

    /** By number and label: to look up whose each weight is took longer than to multiply. */
    private final float[][] weights;

    MeaningView(Weights model, float[] middle, Encoder encoder) {
        super(model);
        this.middle = middle;
        this.encoder = encoder;
        this.weights = model.table();
    }

    /** Learns from the encoder's vectors; {@code labelOf} holds an index into {@code labels} for each. */
    static MeaningView learn(List<float[]> vectors, int[] labelOf, List<String> labels, Encoder encoder) {
        var middle = middle(vectors);
        var places = vectors.stream()
                .map(vector -> new Vector(ALL, place(vector, middle)))
                .toList();
        var trainer = new SoftmaxTrainer(Math.max(EPOCHS, LEAST_STEPS / vectors.size()), RATE);
        var weights = trainer.weights(places, labelOf, ALL.length, labels.size());
        return new MeaningView(SoftmaxTrainer.model(weights, NAMES, labels), middle, encoder);
    }

    @Override
    Seen see(String[] words) {
        return new Seen(ALL, place(encoder.encode(String.join(" ", words))));
    }

    double[] categorize(float[] place) {
        var sums = new float[getNumberOfCategories()];
        for (int number = 0; number < place.length; number++) Embedding.add(place[number], weights[number], sums);
        return Weights.probabilities(
                IntStream.range(0, sums.length).mapToDouble(i -> sums[i]).toArray());
    }

    /** Where a vector lies as seen from the middle: its direction only. */
    float[] place(float[] vector) {
        return place(vector, middle);
    }

    float[] middle() {
        return middle;
    }

    private static float[] place(float[] vector, float[] middle) {
        var place = new float[vector.length];
        for (int i = 0; i < place.length; i++) {
            place[i] = vector[i] - middle[i];
        }
        return Encoder.toUnitLength(place);
    }

    private static float[] middle(List<float[]> vectors) {
        var middle = new float[Encoder.DIMENSIONS];
        for (var vector : vectors) {
            for (int i = 0; i < middle.length; i++) {
                middle[i] += vector[i] / vectors.size();
            }
        }
        return middle;
    }
}
