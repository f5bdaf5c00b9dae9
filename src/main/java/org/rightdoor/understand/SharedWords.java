package org.rightdoor.understand;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The words of some texts, by which those that share words with another text are found without reading them all again. */
final class SharedWords {

    private final int size;

    /** Those of all texts, rising. */
    private final int[] features;

    /** Where the texts that have it begin; they end where those of the next one do. */
    private final int[] from;

    private final int[] texts;
    private final float[] weights;

    private SharedWords(List<View.Seen> seen) {
        size = seen.size();
        features = seen.stream()
                .flatMapToInt(text -> IntStream.of(text.features()))
                .sorted()
                .distinct()
                .toArray();
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
        return Arrays.binarySearch(features, feature);
    }
}
