package org.rightdoor.understand;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.rightdoor.understand.Reading.Guess;
import org.rightdoor.understand.Reading.Like;

/** The training texts by topic, so that a reading can name those it is most like. */
final class Precedents {

    /** Beyond these topics nobody asks why the message did not go there. */
    private static final int FROM_TOPICS = 3;

    private static final int OF_ONE_TOPIC = 2;

    /** Two texts further apart than this have nothing in common that a reader would see. */
    private static final double ALIKE_IN_MEANING = 0.45;

    private static final double ALIKE_IN_WORDS = 0.2;

    private final List<TrainingText> texts;
    private final Map<String, int[]> indexesOf = new HashMap<>();

    /** @param texts in the order of the examples that the model was trained on */
    Precedents(List<TrainingText> texts) {
        this.texts = texts;
        var byTopic = new HashMap<String, IntStream.Builder>();
        for (int i = 0; i < texts.size(); i++) {
            if (mayBeShown(texts.get(i))) {
                byTopic.computeIfAbsent(texts.get(i).topic(), any -> IntStream.builder())
                        .add(i);
            }
        }
        byTopic.forEach((topic, indexes) -> indexesOf.put(topic, indexes.build().toArray()));
    }

    /** A topic's name was written by nobody, and what staff corrected is a family's message, for the eyes of its department. */
    private static boolean mayBeShown(TrainingText text) {
        return !text.corrected() && !text.language().equals(Reading.UNKNOWN_LANGUAGE);
    }

    /** Those nearest in meaning, of the likeliest topics, most alike first; {@code place} is where the text lies. */
    List<Like> byMeaning(List<Guess> topics, Neighbours neighbours, float[] place) {
        return closest(topics, i -> neighbours.nearness(i, place), ALIKE_IN_MEANING);
    }

    /** Those that share most of their words with it, where the meaning is not known. */
    List<Like> byWords(List<Guess> topics, LexicalView view, CleanText text) {
        var weights = weights(view, text);
        return closest(
                topics, i -> shared(weights, view, CleanText.of(texts.get(i).text())), ALIKE_IN_WORDS);
    }

    private List<Like> closest(List<Guess> topics, IntToDoubleFunction likeness, double least) {
        return topics.stream()
                .limit(FROM_TOPICS)
                .flatMap(guess -> IntStream.of(indexesOf.getOrDefault(guess.topic(), new int[0]))
                        .mapToObj(i -> new Like(texts.get(i), likeness.applyAsDouble(i)))
                        .filter(like -> like.likeness() >= least)
                        .sorted(Comparator.comparingDouble(Like::likeness).reversed())
                        .limit(OF_ONE_TOPIC))
                .sorted(Comparator.comparingDouble(Like::likeness).reversed())
                .toList();
    }

    private static Map<String, Float> weights(LexicalView view, CleanText text) {
        var seen = view.see(text.forms());
        var weights = new HashMap<String, Float>();
        for (int i = 0; i < seen.features().length; i++) {
            weights.put(seen.features()[i], seen.values()[i]);
        }
        return weights;
    }

    private static double shared(Map<String, Float> weights, LexicalView view, CleanText other) {
        var seen = view.see(other.forms());
        double shared = 0;
        for (int i = 0; i < seen.features().length; i++) {
            shared += seen.values()[i] * weights.getOrDefault(seen.features()[i], 0f);
        }
        return shared;
    }
}
