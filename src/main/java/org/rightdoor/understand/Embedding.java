package org.rightdoor.understand;

import java.util.Arrays;

/**
 * Where the sentence encoder places a text: texts of like meaning point the same way.
 *
 * @param vector of length 1, in {@value Encoder#DIMENSIONS} dimensions; not to be changed
 */
public record Embedding(float[] vector) {

    // An array is equal to itself only.
    @Override
    public boolean equals(Object other) {
        return other instanceof Embedding embedding && Arrays.equals(vector, embedding.vector);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(vector);
    }
}
