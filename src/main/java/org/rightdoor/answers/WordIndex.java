package org.rightdoor.answers;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * How like a message is to each of some texts by its words: the cosine of their features, weighted by TF-IDF. All lies in a
 * few arrays, for to look into a map of maps took longer than to compute.
 */
final class WordIndex {

    private final int size;

    /** All features, rising; what is known of each stands at the same place. */
    private final long[] features;

    private final double[] rarity;

    /** Where the texts that have it begin; they end where those of the next one do. */
    private final int[] from;

    private final int[] texts;
    private final double[] weights;

    WordIndex(List<String> given) {
        size = given.size();
        var featuresOf = given.stream().map(Features::of).toList();
        features = featuresOf.stream()
                .flatMapToLong(one -> LongStream.of(one.keys()))
                .sorted()
                .distinct()
                .toArray();
        var places = featuresOf.stream().map(this::places).toList();
        from = new int[features.length + 1];
        places.forEach(own -> IntStream.of(own).forEach(place -> from[place + 1]++));
        rarity = IntStream.range(0, features.length)
                .mapToDouble(place -> rarity(from[place + 1]))
                .toArray();
        Arrays.parallelPrefix(from, Integer::sum);
        texts = new int[from[features.length]];
        weights = new double[texts.length];
        var next = from.clone();
        for (var text = 0; text < size; text++) {
            var own = places.get(text);
            var weighted = weighted(featuresOf.get(text), own);
            for (var i = 0; i < own.length; i++) {
                texts[next[own[i]]] = text;
                weights[next[own[i]]++] = weighted[i];
            }
        }
    }

    /** For each text from 0, nothing in common, to 1. */
    double[] likeness(String text) {
        var sought = Features.of(text);
        var places = places(sought);
        var weighted = weighted(sought, places);
        var likeness = new double[size];
        for (var i = 0; i < places.length; i++) {
            if (places[i] < 0) continue;
            for (var at = from[places[i]]; at < from[places[i] + 1]; at++)
                likeness[texts[at]] += weights[at] * weighted[i];
        }
        return likeness;
    }

    /** For each text from 0 to 1, how much of what was asked for stands in it, however much else does. */
    double[] coverage(String text) {
        var sought = Features.of(text);
        var places = places(sought);
        var weighted = weighted(sought, places);
        var coverage = new double[size];
        for (var i = 0; i < places.length; i++) {
            if (places[i] < 0) continue;
            for (var at = from[places[i]]; at < from[places[i] + 1]; at++)
                coverage[texts[at]] += weighted[i] * weighted[i];
        }
        return coverage;
    }

    /** Where each of them stands; below 0 where no text has it. */
    private int[] places(Features of) {
        return LongStream.of(of.keys())
                .mapToInt(key -> Arrays.binarySearch(features, key))
                .toArray();
    }

    /** Features by weight, as a vector of length one. */
    private double[] weighted(Features of, int[] places) {
        var weighted = new double[of.size()];
        var squares = 0.0;
        for (var i = 0; i < weighted.length; i++) {
            var rare = places[i] < 0 ? rarity(0) : rarity[places[i]];
            weighted[i] = (1 + Math.log(of.counts()[i])) * rare;
            squares += weighted[i] * weighted[i];
        }
        var length = Math.sqrt(squares);
        for (var i = 0; i < weighted.length; i++) weighted[i] /= length;
        return weighted;
    }

    private double rarity(double textsWithIt) {
        return 1 + Math.log((size + 1) / (textsWithIt + 1));
    }
}
