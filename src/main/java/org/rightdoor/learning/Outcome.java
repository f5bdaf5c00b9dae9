package org.rightdoor.learning;

/**
 * How a candidate did against the version in force, on the same texts kept back from both.
 *
 * @param rules fingerprint of the rules' own texts
 * @param before share read rightly by the version in force, 0 to 1; null where too few texts could be kept back
 * @param after the same for the candidate
 * @param heldOut how many texts were kept back
 */
public record Outcome(String rules, Double before, Double after, int heldOut) {

    /** One text more in training turns about one text in a thousand kept back by chance; ten seeds of the shipped texts. */
    private static final double CHANCE = 0.002;

    /** True when the candidate reads no worse than the version in force, and none worse than {@code first}. */
    public boolean isNoWorse(Double first) {
        if (before == null || after == null) return true;
        var asked = first == null ? before : Math.max(before, first);
        return after >= asked - CHANCE;
    }
}
