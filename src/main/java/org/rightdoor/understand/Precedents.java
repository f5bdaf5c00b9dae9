package org.rightdoor.understand;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
    private volatile Words words;

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
        var near = neighbours.from(place);
        return closest(
                topics,
                topic -> IntStream.of(indexesOf(topic)).mapToDouble(near).toArray(),
                ALIKE_IN_MEANING);
    }

    /** Those that share most of their words with it, where the meaning is not known. */
    List<Like> byWords(List<Guess> topics, LexicalView view, View.Seen seen) {
        var words = wordsSeenBy(view);
        return closest(topics, topic -> words.of(topic, this::texts).with(seen), ALIKE_IN_WORDS);
    }

    private List<Like> closest(List<Guess> topics, Function<String, double[]> likenesses, double least) {
        return topics.stream()
                .limit(FROM_TOPICS)
                .flatMap(guess -> closest(guess.topic(), likenesses.apply(guess.topic()), least))
                .sorted(Comparator.comparingDouble(Like::likeness).reversed())
                .toList();
    }

    private Stream<Like> closest(String topic, double[] likeness, double least) {
        var indexes = indexesOf(topic);
        return IntStream.range(0, indexes.length)
                .filter(at -> likeness[at] >= least)
                .mapToObj(at -> new Like(texts.get(indexes[at]), likeness[at]))
                .sorted(Comparator.comparingDouble(Like::likeness).reversed())
                .limit(OF_ONE_TOPIC);
    }

    private int[] indexesOf(String topic) {
        return indexesOf.getOrDefault(topic, new int[0]);
    }

    private List<String> texts(String topic) {
        return IntStream.of(indexesOf(topic)).mapToObj(i -> texts.get(i).text()).toList();
    }

    /** Another view weighs the words in another way. */
    private Words wordsSeenBy(LexicalView view) {
        var kept = words;
        if (kept == null || kept.view != view) {
            kept = new Words(view, new ConcurrentHashMap<>());
            words = kept;
        }
        return kept;
    }

    /** Made topic by topic when first asked for: in a district that reads by meaning it hardly ever is. */
    private record Words(LexicalView view, Map<String, SharedWords> byTopic) {

        SharedWords of(String topic, Function<String, List<String>> texts) {
            return byTopic.computeIfAbsent(topic, any -> SharedWords.of(texts.apply(topic), view));
        }
    }
}
