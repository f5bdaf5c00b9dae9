package org.rightdoor.understand;

/** A text as the features it has, by index, with their values. */
record Vector(int[] features, float[] values) {

    int size() {
        return features.length;
    }
}
