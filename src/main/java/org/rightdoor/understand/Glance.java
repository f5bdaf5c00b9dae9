package org.rightdoor.understand;

/**
 * What a {@link Likeness} makes of a text's meaning, nearly, in a fortieth of the time: each learnt text's say falls with the
 * distance by a curve of the second degree instead of an exponential, and then all of them add up to one matrix.
 *
 * <p>What it says differs from what the likeness says by 0.05 as a rule (standard deviation) for everyday texts, by 0.9 at most
 * where a text lies beside learnt ones. No text that calls would need more than 0.16 to be added to what it says here: of 12,466
 * learnt, 15,694 about other matters and 1,580 held out.
 */
final class Glance {

    /**
     * The curve that comes nearest to {@link Likeness#nearness} at the cosines that any two learnt texts have, by least squares:
     * those are spread around 0 with a deviation of 0.14.
     */
    private static final double FAR = 0.0490;

    private static final double SLOPE = 0.1591;
    private static final double BEND = 0.2860;

    private final double all;
    private final float[] slopes;
    private final float[][] bends;

    private Glance(double all, float[] slopes, float[][] bends) {
        this.all = all;
        this.slopes = slopes;
        this.bends = bends;
    }

    /** Takes 0.2 s for 12,500 texts. */
    static Glance of(Likeness likeness) {
        int dimensions = Encoder.DIMENSIONS;
        var glance = new Glance(sum(likeness.says()) * FAR, new float[dimensions], new float[dimensions][dimensions]);
        for (int i = 0; i < likeness.places().length; i++)
            glance.add(likeness.places()[i].floats(), likeness.says()[i]);
        return glance;
    }

    /** About what {@link Likeness#of} says but for the words. */
    double of(float[] place) {
        var bent = slopes.clone();
        for (int dimension = 0; dimension < place.length; dimension++)
            Embedding.add(place[dimension], bends[dimension], bent);
        double sum = all;
        for (int dimension = 0; dimension < place.length; dimension++) sum += bent[dimension] * place[dimension];
        return sum;
    }

    private void add(float[] place, float say) {
        Embedding.add((float) SLOPE * say, place, slopes);
        for (int dimension = 0; dimension < place.length; dimension++) {
            Embedding.add((float) BEND * say * place[dimension], place, bends[dimension]);
        }
    }

    private static double sum(float[] says) {
        double sum = 0;
        for (float say : says) sum += say;
        return sum;
    }
}
