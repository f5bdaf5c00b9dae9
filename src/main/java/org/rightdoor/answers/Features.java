package org.rightdoor.answers;

import java.util.Arrays;
import java.util.stream.LongStream;
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
        var keys = Arrays.stream(Words.fold(text).strip().split(" "))
                .flatMapToLong(word -> groups(" " + word + " "))
                .sorted()
                .toArray();
        var counts = new int[keys.length];
        var size = 0;
        for (var i = 0; i < counts.length; i++) {
            if (size == 0 || keys[i] != keys[size - 1]) keys[size++] = keys[i];
            counts[size - 1]++;
        }
        return new Features(Arrays.copyOf(keys, size), Arrays.copyOf(counts, size));
    }

    private static LongStream groups(String bounded) {
        var keys = LongStream.builder();
        for (var length = SHORTEST; length <= LONGEST; length++) {
            for (var start = 0; start + length <= bounded.length(); start++) {
                keys.add(Lexicon.key(bounded, start, start + length));
            }
        }
        return keys.build();
    }

    int size() {
        return keys.length;
    }
}
