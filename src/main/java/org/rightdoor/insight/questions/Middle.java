package org.rightdoor.insight.questions;

/**
 * Where questions of one meaning lie together.
 *
 * @param place of length 1
 * @param weight how many questions it is the mean of
 */
record Middle(float[] place, int weight) {

    /** Questions are of one meaning from here on: half of the phrasings of one approved answer are as near to each other. */
    static final double SAME_MEANING = 0.68;

    /** Groups that have grown as near as this are one. */
    static final double SAME_GROUP = 0.86;

    /** Beyond it a group moves no more: otherwise it would wander off with the seasons. */
    private static final int MOST_WEIGHT = 200;

    static Middle of(float[] place) {
        return new Middle(place, 1);
    }

    /** -1 to 1. */
    double likeness(float[] other) {
        double sum = 0;
        for (int i = 0; i < place.length; i++) sum += place[i] * other[i];
        return sum;
    }

    Middle with(Middle other) {
        var sum = new float[place.length];
        double square = 0;
        for (int i = 0; i < sum.length; i++) {
            sum[i] = place[i] * weight + other.place[i] * other.weight;
            square += sum[i] * sum[i];
        }
        var length = (float) Math.sqrt(square);
        for (int i = 0; i < sum.length; i++) sum[i] /= length;
        return new Middle(sum, Math.min(MOST_WEIGHT, weight + other.weight));
    }
}
