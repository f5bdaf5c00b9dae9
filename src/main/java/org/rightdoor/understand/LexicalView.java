package org.rightdoor.understand;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import opennlp.tools.ml.maxent.quasinewton.QNModel;
import opennlp.tools.ml.model.Context;

/** The words of a text and their pieces, the rare ones weighing more, brought to one length so that long texts do not shout. */
final class LexicalView extends View {

    private static final int EPOCHS = 6;
    private static final double RATE = 6;
    /** With few texts each must be seen more often before the topics part. */
    private static final int LEAST_STEPS = 12_000;

    private static final LexicalFeatures FEATURES = new LexicalFeatures();

    /** From so many on, pairs and pieces that a single text has teach nothing, and they are half of the memory. */
    private static final int MANY_TEXTS = 3_000;

    private static final double LEAST_RECOGNIZED = 0.1;

    private final Map<String, Float> rarity;
    private final Map<String, Context> weights;

    LexicalView(QNModel model, Map<String, Float> rarity) {
        super(model);
        this.weights = ModelFile.weights(model);
        this.rarity = rarity;
    }

    /** Learns from texts given as word forms; {@code labelOf} holds an index into {@code labels} for each. */
    static LexicalView learn(List<String[]> texts, int[] labelOf, List<String> labels) {
        var featuresOf = texts.stream().map(LexicalView::features).toList();
        var rarity = rarity(featuresOf);
        var names = List.copyOf(rarity.keySet());
        var index = new HashMap<String, Integer>(names.size() * 2);
        names.forEach(name -> index.put(name, index.size()));

        var vectors = new ArrayList<Vector>(texts.size());
        for (var features : featuresOf) {
            var seen = see(features, rarity);
            var indexes = new int[seen.features().length];
            for (int i = 0; i < indexes.length; i++) {
                indexes[i] = index.get(seen.features()[i]);
            }
            vectors.add(new Vector(indexes, seen.values()));
        }
        var trainer = new SoftmaxTrainer(Math.max(EPOCHS, LEAST_STEPS / texts.size()), RATE);
        var weights = trainer.weights(vectors, labelOf, names.size(), labels.size());
        return new LexicalView(SoftmaxTrainer.model(weights, names, labels), rarity);
    }

    @Override
    Seen see(String[] forms) {
        return see(features(forms), rarity);
    }

    /** False for a text in which no word and hardly a piece of a word was ever seen: keys struck at random, another language. */
    boolean recognizes(String[] forms) {
        return recognized(features(forms)) >= LEAST_RECOGNIZED;
    }

    private double recognized(Collection<String> features) {
        return features.stream().filter(rarity::containsKey).count() / (double) features.size();
    }

    /** How much a feature speaks for a topic; 0 for a feature that was never seen. */
    double weight(String feature, int topic) {
        var context = weights.get(feature);
        int at = context == null ? -1 : Arrays.binarySearch(context.getOutcomes(), topic);
        return at < 0 ? 0 : context.getParameters()[at];
    }

    Map<String, Float> rarity() {
        return rarity;
    }

    private static Collection<String> features(String[] forms) {
        return FEATURES.extractFeatures(forms, Map.of());
    }

    private static Seen see(Collection<String> features, Map<String, Float> rarity) {
        var known = features.stream().filter(rarity::containsKey).toArray(String[]::new);
        var values = new float[known.length];
        double squares = 0;
        for (int i = 0; i < known.length; i++) {
            values[i] = rarity.get(known[i]);
            squares += values[i] * values[i];
        }
        float length = (float) Math.sqrt(squares);
        for (int i = 0; i < values.length; i++) {
            values[i] /= length;
        }
        return new Seen(known, values);
    }

    /** For each feature the logarithm of how many texts there are for one that has it. */
    private static Map<String, Float> rarity(List<Collection<String>> featuresOf) {
        var counts = new HashMap<String, Integer>();
        featuresOf.forEach(features -> features.forEach(feature -> counts.merge(feature, 1, Integer::sum)));
        if (featuresOf.size() > MANY_TEXTS) {
            counts.entrySet().removeIf(feature -> feature.getValue() == 1 && !LexicalFeatures.isWord(feature.getKey()));
        }
        var rarity = new LinkedHashMap<String, Float>(counts.size() * 2);
        // Sorted last, when most are gone: the order makes the training the same each time.
        new TreeMap<>(counts)
                .forEach((feature, count) ->
                        rarity.put(feature, (float) Math.log((1.0 + featuresOf.size()) / (1.0 + count)) + 0.01f));
        return rarity;
    }
}
