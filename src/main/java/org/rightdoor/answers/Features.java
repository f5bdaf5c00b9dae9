package org.rightdoor.answers;

import java.util.HashMap;
import java.util.Map;
import org.rightdoor.routing.Words;

/**
 * What a text is made of, for comparing it with another: the groups of three and four letters in its words. They forgive
 * a misspelling and an ending, and found the right answer more often than whole words, also together with whole words.
 */
final class Features {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 4;

    private Features() {}

    /** Each feature and how often it stands in the text. */
    static Map<String, Integer> of(String text) {
        var counts = new HashMap<String, Integer>();
        for (var word : Words.fold(text).strip().split(" ")) {
            var bounded = " " + word + " ";
            for (var length = SHORTEST; length <= LONGEST; length++) {
                for (var start = 0; start + length <= bounded.length(); start++) {
                    counts.merge(bounded.substring(start, start + length), 1, Integer::sum);
                }
            }
        }
        return counts;
    }
}
