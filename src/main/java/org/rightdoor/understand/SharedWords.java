package org.rightdoor.understand;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The words of some texts, by which those that share words with another text are found without reading them all again. */
final class SharedWords {

    /** Odd, and without a pattern in its bits: neighbours come to lie far apart (Knuth, The Art of Computer Programming, 6.4). */
    private static final int SPREAD = 0x9E3779B1;

    private final int size;

    /** Those of all texts, each once. */
    private final int[] features;

    /** One more than the place of a feature, at its {@link #slot} or after it; 0 where nothing lies. At most half of it is full. */
    private final int[] table;

    /** Where the texts that have it begin; they end where those of the next one do. */
    private final int[] from;

    private final int[] texts;
    private final float[] weights;

    private SharedWords(List<View.Seen> seen) {
        size = seen.size();
        features = seen.stream()
                .flatMapToInt(text -> IntStream.of(text.features()))
                .distinct()
                .toArray();
        table = new int[Integer.highestOneBit(Math.max(1, features.length)) * 4];
        for (int place = 0; place < features.length; place++) table[free(features[place])] = place + 1;
        from = new int[features.length + 1];
        for (var text : seen) for (int feature : text.features()) from[place(feature) + 1]++;
        Arrays.parallelPrefix(from, Integer::sum);
        texts = new int[from[features.length]];
        weights = new float[texts.length];
        var next = from.clone();
        for (int text = 0; text < size; text++) {
            for (int i = 0; i < seen.get(text).features().length; i++) {
                int at = next[place(seen.get(text).features()[i])]++;
                texts[at] = text;
                weights[at] = seen.get(text).values()[i];
            }
        }
    }

    static SharedWords of(List<String> texts, LexicalView view) {
        return new SharedWords(
                texts.stream().map(text -> view.see(CleanText.of(text).forms())).toList());
    }

    /** How much of its words each text shares with this one, from 0 to 1, in their order. */
    double[] with(View.Seen seen) {
        var shared = new double[size];
        for (int i = 0; i < seen.features().length; i++) {
            int place = place(seen.features()[i]);
            if (place < 0) continue;
            float weight = seen.values()[i];
            for (int at = from[place]; at < from[place + 1]; at++) shared[texts[at]] += weight * weights[at];
        }
        return shared;
    }

    /** Below 0 for a feature that no text has. */
    private int place(int feature) {
        return table[free(feature)] - 1;
    }

    /** Where it lies, or where it would. */
    private int free(int feature) {
        int at = slot(feature);
        while (table[at] != 0 && features[table[at] - 1] != feature) at = at + 1 & table.length - 1;
        return at;
    }

    private int slot(int feature) {
        return feature * SPREAD >>> 8 & table.length - 1;
    }
}
