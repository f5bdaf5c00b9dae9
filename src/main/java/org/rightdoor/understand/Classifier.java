package org.rightdoor.understand;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.rightdoor.understand.Reading.Guess;

/** Reads a message: its topics, its language, its kind. Safe for use by many threads. */
public final class Classifier {

    private static final int MOST_TOPICS = 20;
    private static final double LEAST_PROBABILITY = 0.001;

    private final Model model;

    private Classifier(Model model) {
        this.model = model;
    }

    /**
     * Trains on the texts, or loads the model that was trained on exactly these texts before.
     *
     * @param texts a text without a topic (null) teaches its language only
     * @param cache directory for the trained model; null to train without keeping it
     */
    public static Classifier of(List<TrainingText> texts, Path cache) {
        return new Classifier(cache == null ? Model.learn(texts) : new ModelCache(cache).get(texts));
    }

    /** Reads a text of any length in any state; never throws, a text without words gives no topics. */
    public Reading read(String text) {
        var clean = CleanText.of(text);
        if (clean.isEmpty()) {
            return Reading.NOTHING;
        }
        var topics = topics(clean);
        var evidence = topics.isEmpty()
                ? List.<String>of()
                : Evidence.of(clean, model.lexical(), topics.get(0).topic());
        return new Reading(topics, model.languages().of(clean), Kinds.of(clean), evidence);
    }

    private List<Guess> topics(CleanText text) {
        var view = model.lexical();
        if (view == null || !view.recognizes(text.forms())) {
            return List.of();
        }
        var probabilities = view.categorize(text.forms());
        return IntStream.range(0, probabilities.length)
                .filter(i -> probabilities[i] >= LEAST_PROBABILITY)
                .mapToObj(i -> new Guess(view.getCategory(i), probabilities[i]))
                .sorted(Comparator.comparing((Guess guess) -> -guess.probability())
                        .thenComparing(Guess::topic))
                .limit(MOST_TOPICS)
                .toList();
    }
}
