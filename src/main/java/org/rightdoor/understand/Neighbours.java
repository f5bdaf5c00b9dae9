package org.rightdoor.understand;

import java.util.List;

/** The training texts by where they lie, to tell how far from all of them a text is. */
record Neighbours(float[][] places) {

    static Neighbours of(List<float[]> vectors, MeaningView view) {
        return new Neighbours(vectors.stream().map(view::place).toArray(float[][]::new));
    }

    /** Cosine to the nearest training text: 1 for the same direction, about 0 for something else altogether. */
    double nearest(float[] place) {
        float nearest = -1;
        for (int i = 0; i < places.length; i++) {
            nearest = Math.max(nearest, nearness(i, place));
        }
        return nearest;
    }

    /** Cosine to the training text of that index. */
    float nearness(int index, float[] place) {
        var other = places[index];
        float dot = 0;
        for (int i = 0; i < place.length; i++) {
            dot += other[i] * place[i];
        }
        return dot;
    }
}
