package org.rightdoor.answers;

import java.util.Arrays;
import org.rightdoor.routing.Words;
import org.rightdoor.understand.Lexicon;

/**
 * What a text is made of, for comparing it with another: the groups of three and four letters in its words. They forgive
 * a misspelling and an ending, and found the right answer more often than whole words, also together with whole words.
 *
 * @param keys of the groups ({@link Lexicon#key}), rising, each once
 * @param counts how often each stands in the text
 */
record Features(long[] keys, int[] counts) {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 4;

    static Features of(String text) {
        var keys = groups(Words.fold(text));
        Arrays.sort(keys);
        var counts = new int[keys.length];
        var size = 0;
        for (var i = 0; i < counts.length; i++) {
            if (size == 0 || keys[i] != keys[size - 1]) keys[size++] = keys[i];
            counts[size - 1]++;
        }
        return new Features(Arrays.copyOf(keys, size), Arrays.copyOf(counts, size));
    }

    /** Of a text in which each word stands between spaces; those are its borders. */
    private static long[] groups(String folded) {
        var keys = new long[folded.length() * 2];
        var size = 0;
        for (var from = 0; from + 1 < folded.length(); ) {
            var to = folded.indexOf(' ', from + 1) + 1;
            for (var length = SHORTEST; length <= LONGEST; length++) {
                for (var start = from; start + length <= to; start++) {
                    keys[size++] = Lexicon.key(folded, start, start + length);
                }
            }
            from = to - 1;
        }
        return Arrays.copyOf(keys, size);
    }

    int size() {
        return keys.length;
    }
}
