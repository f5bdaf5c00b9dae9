package org.rightdoor.answers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * How much each view of a message has to say.
 *
 * @param words share of the words in the likeness, 0 to 1; the meaning has the rest
 * @param sharpness how much more a near phrasing counts than a distant one; 0 for no more than it is nearer
 * @param topic what it adds to an answer's score that the message is surely about its topic
 */
record Mix(double words, double sharpness, double topic) {

    private static final double[] WORDS = {0.15, 0.3, 0.6};
    private static final double[] SHARPNESS = {0, 2};
    private static final double[] TOPIC = {0, 0.5};

    /** Those to be tried out, as far as they differ in the likeness. */
    static List<Mix> all(boolean meaningIsKnown) {
        var all = new ArrayList<Mix>();
        for (var words : meaningIsKnown ? WORDS : new double[] {1}) {
            for (var sharpness : SHARPNESS) {
                all.add(new Mix(words, sharpness, 0));
            }
        }
        return all;
    }

    /** This one with each share of the topic that is to be tried out. */
    Stream<Mix> withTopics() {
        return Arrays.stream(TOPIC).mapToObj(topic -> new Mix(words, sharpness, topic));
    }

    /** @param byMeaning null where words alone must do */
    double[] likeness(double[] byWords, double[] byMeaning) {
        var likeness = new double[byWords.length];
        for (var i = 0; i < likeness.length; i++) {
            var mixed = byMeaning == null ? byWords[i] : words * byWords[i] + (1 - words) * byMeaning[i];
            likeness[i] = sharpness == 0 ? mixed : Math.exp(sharpness * (mixed - 1));
        }
        return likeness;
    }
}
