package org.rightdoor.understand;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import opennlp.tools.doccat.DocumentCategorizer;

/** One way of looking at a text: an OpenNLP categorizer whose features carry values, as the bundled one's cannot. */
abstract class View implements DocumentCategorizer {

    /** The features of a text that are known, by number, with their values; the arrays belong together. */
    record Seen(int[] features, float[] values) {}

    final Weights model;

    View(Weights model) {
        this.model = model;
    }

    abstract Seen see(String[] words);

    @Override
    public double[] categorize(String[] words) {
        return categorize(see(words));
    }

    double[] categorize(Seen seen) {
        return model.eval(seen.features(), seen.values());
    }

    @Override
    public double[] categorize(String[] words, Map<String, Object> extraInformation) {
        return categorize(words);
    }

    @Override
    public String getBestCategory(double[] probabilities) {
        return model.getBestOutcome(probabilities);
    }

    @Override
    public int getIndex(String category) {
        return model.getIndex(category);
    }

    @Override
    public String getCategory(int index) {
        return model.getOutcome(index);
    }

    @Override
    public int getNumberOfCategories() {
        return model.getNumOutcomes();
    }

    @Override
    public String getAllResults(double[] probabilities) {
        return model.getAllOutcomes(probabilities);
    }

    @Override
    public Map<String, Double> scoreMap(String[] words) {
        var probabilities = categorize(words);
        var scores = new HashMap<String, Double>();
        for (int i = 0; i < probabilities.length; i++) {
            scores.put(getCategory(i), probabilities[i]);
        }
        return scores;
    }

    @Override
    public SortedMap<Double, Set<String>> sortedScoreMap(String[] words) {
        var sorted = new TreeMap<Double, Set<String>>(Collections.reverseOrder());
        scoreMap(words).forEach((category, score) -> sorted.computeIfAbsent(score, any -> new TreeSet<>())
                .add(category));
        return sorted;
    }
}
