package org.rightdoor.understand;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The training texts by where they lie: a text is like those around it, and belongs nowhere when there are none.
 *
 * @param indexesOf for each topic the indexes of its texts
 */
record Neighbours(RoundedPlace[] places, int[][] indexesOf) {

    /** How quickly a neighbour's say falls with its distance. */
    private static final double SHARPNESS = 30;

    /** A near text of a topic that nobody would think of does not tell that a text belongs. */
    private static final int NEAR_TOPICS = 3;

    private static final double LEAST_SHARE = 1e-6;

    /**
     * What the neighbours say of a text.
     *
     * @param shares of each topic, 0 to 1
     * @param nearest cosine to the nearest of those of the likeliest topics: 1 for the same direction, about 0 for something else altogether
     */
    record Say(double[] shares, double nearest) {}

    static Neighbours of(List<float[]> vectors, int[] topicOf, MeaningView view) {
        var places = vectors.stream().map(view::place).map(RoundedPlace::of).toArray(RoundedPlace[]::new);
        return of(places, topicOf, view);
    }

    static Neighbours of(RoundedPlace[] places, int[] topicOf, MeaningView view) {
        var indexesOf = new IntStream.Builder[view.getNumberOfCategories()];
        Arrays.setAll(indexesOf, any -> IntStream.builder());
        for (int i = 0; i < topicOf.length; i++) {
            indexesOf[topicOf[i]].add(i);
        }
        return new Neighbours(
                places,
                Arrays.stream(indexesOf).map(some -> some.build().toArray()).toArray(int[][]::new));
    }

    /**
     * Asks the texts of some topics only, because asking all takes milliseconds.
     *
     * @param topics likeliest first
     */
    Say say(float[] place, int[] topics) {
        var near = from(place);
        var shares = new double[indexesOf.length];
        Arrays.fill(shares, LEAST_SHARE);
        double nearest = -1;
        double all = 0;
        for (int rank = 0; rank < topics.length; rank++) {
            double sum = 0;
            for (int index : indexesOf[topics[rank]]) {
                double nearness = near.applyAsDouble(index);
                nearest = rank < NEAR_TOPICS ? Math.max(nearest, nearness) : nearest;
                sum += Math.exp(SHARPNESS * (nearness - 1));
            }
            shares[topics[rank]] = sum;
            all += sum;
        }
        for (int topic : topics) {
            shares[topic] = shares[topic] / all + LEAST_SHARE;
        }
        return new Say(shares, nearest);
    }

    /** The cosine from that place to the training text of an index; for one thread. */
    IntToDoubleFunction from(float[] place) {
        var rounded = RoundedPlace.sought(place);
        var products = rounded.products();
        return index -> places[index].cosine(rounded, products);
    }
}
