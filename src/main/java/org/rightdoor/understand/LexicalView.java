package org.rightdoor.understand;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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

    private final float[] rarity;

    /** @param rarity of each feature, by its number */
    LexicalView(Weights model, float[] rarity) {
        super(model);
        this.rarity = rarity;
    }

    /** Learns from texts given as word forms; {@code labelOf} holds an index into {@code labels} for each. */
    static LexicalView learn(List<String[]> texts, int[] labelOf, List<String> labels) {
        var rarityOf = rarity(texts);
        var names = List.copyOf(rarityOf.keySet());
        var lexicon = Lexicon.of(names);
        var rarity = new float[names.size()];
        for (int i = 0; i < rarity.length; i++) rarity[i] = rarityOf.get(names.get(i));

        var vectors = new ArrayList<Vector>(texts.size());
        for (var forms : texts) {
            var seen = see(LexicalFeatures.keys(forms), lexicon, rarity);
            vectors.add(new Vector(seen.features(), seen.values()));
        }
        var trainer = new SoftmaxTrainer(Math.max(EPOCHS, LEAST_STEPS / texts.size()), RATE);
        var weights = trainer.weights(vectors, labelOf, names.size(), labels.size());
        return new LexicalView(SoftmaxTrainer.model(weights, names, labels), rarity);
    }

    /** The same; what both views know is kept in memory once where they were learnt from the same texts. */
    LexicalView sharing(LexicalView other) {
        return new LexicalView(model.sharing(other.model.features()), rarity);
    }

    @Override
    Seen see(String[] forms) {
        return see(LexicalFeatures.keys(forms), model.features(), rarity);
    }

    /** Nothing for a text in which no word and hardly a piece of a word was ever seen: keys struck at random, another language. */
    Optional<Seen> recognize(String[] forms) {
        var keys = LexicalFeatures.keys(forms);
        var seen = see(keys, model.features(), rarity);
        return seen.features().length >= keys.length * LEAST_RECOGNIZED ? Optional.of(seen) : Optional.empty();
    }

    /** For each word how much it and its pieces speak for a topic, in a text of which this was seen. */
    double[] strengths(String[] forms, Seen seen, int topic) {
        float length = length(seen.features(), rarity);
        return Arrays.stream(forms)
                .mapToDouble(form -> strength(form, length, topic))
                .toArray();
    }

    private double strength(String form, float length, int topic) {
        var sum = new double[1];
        LexicalFeatures.eachOf(form, key -> {
            int feature = model.features().number(key);
            if (feature != Lexicon.NONE) sum[0] += rarity[feature] / length * (double) model.of(feature, topic);
        });
        return sum[0];
    }

    float[] rarity() {
        return rarity;
    }

    private static Seen see(long[] keys, Lexicon lexicon, float[] rarity) {
        var known = new int[keys.length];
        int size = 0;
        for (long key : keys) {
            int feature = lexicon.number(key);
            if (feature != Lexicon.NONE) known[size++] = feature;
        }
        var features = Arrays.copyOf(known, size);
        float length = length(features, rarity);
        var values = new float[size];
        for (int i = 0; i < size; i++) values[i] = rarity[features[i]] / length;
        return new Seen(features, values);
    }

    private static float length(int[] features, float[] rarity) {
        double squares = 0;
        for (int feature : features) squares += rarity[feature] * rarity[feature];
        return (float) Math.sqrt(squares);
    }

    /** For each feature the logarithm of how many texts there are for one that has it. */
    private static Map<String, Float> rarity(List<String[]> texts) {
        var featuresOf = texts.stream()
                .map(forms -> FEATURES.extractFeatures(forms, Map.of()))
                .toList();
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
