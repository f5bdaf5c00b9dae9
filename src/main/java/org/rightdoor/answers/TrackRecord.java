package org.rightdoor.answers;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * How often an answer fitted and how often not, and what that proves: the bounds are those of Clopper and Pearson (1934)
 * with a confidence of 90 % to each side.
 */
public record TrackRecord(int hits, int misses) {

    public static final TrackRecord NONE = new TrackRecord(0, 0);

    /** What an answer that is given by itself must reach: 22 hits without a miss prove it, or 38 with one. */
    static final double TARGET = 0.9;

    private static final double CONFIDENCE = 0.9;

    /** Two families who wanted something else do not condemn an answer that the district approved. */
    private static final int ENOUGH_TO_CONDEMN = 5;

    /** At least this share, 0 to 1, fits. */
    double atLeast() {
        return hits == 0 ? 0 : BetaDistribution.of(hits, misses + 1.0).inverseCumulativeProbability(1 - CONFIDENCE);
    }

    /** At most this share, 0 to 1, fits. */
    double atMost() {
        return misses == 0 ? 1 : BetaDistribution.of(hits + 1.0, misses).inverseCumulativeProbability(CONFIDENCE);
    }

    boolean provesIt() {
        return atLeast() >= TARGET;
    }

    boolean condemnsIt() {
        return hits + misses >= ENOUGH_TO_CONDEMN && atMost() < TARGET;
    }
}
