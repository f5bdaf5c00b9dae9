package org.rightdoor.understand;

/**
 * A text, or a sentence of one, and how much it calls a person.
 *
 * @param vector null where its meaning was not read
 * @param score the logarithm of the odds, more or less
 */
record Weighed(CleanText text, float[] vector, double score) {

    static Weighed of(CleanText text, float[] vector, Alertness alertness) {
        return new Weighed(text, vector, alertness.score(text, vector));
    }

    boolean calls(Alertness alertness) {
        return score >= alertness.calls(vector != null, text.words().length);
    }

    /** As {@link #calls}, for a sentence of a text which as a whole does not: the others may explain it. */
    boolean callsAlone() {
        return score >= Alertness.SENTENCE_CALLS_FROM;
    }

    Detector.Suspicion suspicion(Alertness alertness) {
        var seen = alertness.kindsByWords().see(text.forms());
        var label = alertness.label(seen, vector);
        var evidence = Evidence.of(text, alertness.kindsByWords(), seen, label);
        return new Detector.Suspicion(label, 1 / (1 + Math.exp(-score)), evidence);
    }
}
