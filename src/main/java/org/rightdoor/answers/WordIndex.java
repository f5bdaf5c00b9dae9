package org.rightdoor.answers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How like a message is to each of some texts by its words: the cosine of their features, weighted by TF-IDF. */
final class WordIndex {

    private final int size;
    private final Map<String, Double> rarity = new HashMap<>();
    private final Map<String, List<Posting>> postings = new HashMap<>();

    /** A feature stands in this text with this weight. */
    private record Posting(int text, double weight) {}

    WordIndex(List<String> texts) {
        size = texts.size();
        var featuresOf = texts.stream().map(Features::of).toList();
        featuresOf.forEach(features -> features.keySet().forEach(feature -> rarity.merge(feature, 1.0, Double::sum)));
        rarity.replaceAll((feature, count) -> rarity(count));
        for (var i = 0; i < size; i++) {
            for (var weighted : weighted(featuresOf.get(i)).entrySet()) {
                postings.computeIfAbsent(weighted.getKey(), feature -> new ArrayList<>())
                        .add(new Posting(i, weighted.getValue()));
            }
        }
    }

    /** For each text from 0, nothing in common, to 1. */
    double[] likeness(String text) {
        var likeness = new double[size];
        weighted(Features.of(text)).forEach((feature, weight) -> postings.getOrDefault(feature, List.of())
                .forEach(posting -> likeness[posting.text] += posting.weight * weight));
        return likeness;
    }

    /** For each text from 0 to 1, how much of what was asked for stands in it, however much else does. */
    double[] coverage(String sought) {
        var coverage = new double[size];
        weighted(Features.of(sought)).forEach((feature, weight) -> postings.getOrDefault(feature, List.of())
                .forEach(posting -> coverage[posting.text] += weight * weight));
        return coverage;
    }

    /** Features by weight, as a vector of length one. */
    private Map<String, Double> weighted(Map<String, Integer> features) {
        var weighted = new HashMap<String, Double>();
        features.forEach((feature, count) ->
                weighted.put(feature, (1 + Math.log(count)) * rarity.getOrDefault(feature, rarity(0))));
        var length = Math.sqrt(weighted.values().stream()
                .mapToDouble(weight -> weight * weight)
                .sum());
        weighted.replaceAll((feature, weight) -> weight / length);
        return weighted;
    }

    private double rarity(double textsWithIt) {
        return 1 + Math.log((size + 1) / (textsWithIt + 1));
    }
}
