package org.rightdoor.answers;

import java.util.List;
import java.util.Objects;
import org.rightdoor.understand.Embedding;

/**
 * How like a message is to each of some texts by its meaning: the cosine as seen from the middle of them all, for the
 * encoder places any two texts near each other.
 */
final class MeaningIndex {

    private final float[] middle;
    private final float[][] places;

    private MeaningIndex(float[] middle, float[][] places) {
        this.middle = middle;
        this.places = places;
    }

    /** Null where there is no text, or one of them was never embedded. */
    static MeaningIndex of(List<Embedding> embeddings) {
        if (embeddings.isEmpty() || embeddings.stream().anyMatch(Objects::isNull)) {
            return null;
        }
        var middle = new float[embeddings.get(0).vector().length];
        for (var embedding : embeddings) {
            for (var i = 0; i < middle.length; i++) {
                middle[i] += embedding.vector()[i] / embeddings.size();
            }
        }
        var places =
                embeddings.stream().map(embedding -> place(embedding, middle)).toArray(float[][]::new);
        return new MeaningIndex(middle, places);
    }

    /** For each text from -1 to 1, which is the same direction. */
    double[] likeness(Embedding embedding) {
        var place = place(embedding, middle);
        var likeness = new double[places.length];
        for (var text = 0; text < places.length; text++) {
            likeness[text] = Embedding.product(places[text], place);
        }
        return likeness;
    }

    private static float[] place(Embedding embedding, float[] middle) {
        var place = new float[middle.length];
        var squares = 0.0;
        for (var i = 0; i < place.length; i++) {
            place[i] = embedding.vector()[i] - middle[i];
            squares += place[i] * place[i];
        }
        var length = (float) Math.sqrt(squares);
        for (var i = 0; length > 0 && i < place.length; i++) {
            place[i] /= length;
        }
        return place;
    }
}
