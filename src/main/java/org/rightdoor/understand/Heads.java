package org.rightdoor.understand;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The views of a text that were trained together, before they are blended into one answer.
 *
 * @param meaning null without the encoder
 * @param neighbours null without the encoder
 */
record Heads(LexicalView lexical, MeaningView meaning, Neighbours neighbours) {

    /** Of these topics the neighbours are asked: what is right and not among them is lost anyway. */
    private static final int LIKELY_TOPICS = 20;

    /**
     * A labelled text, made ready.
     *
     * @param vector null without the encoder
     * @param times how many usual texts it counts for
     */
    record Example(String topic, String language, CleanText text, float[] vector, int times) {

        /** Something that a family wrote, as it will be asked to read. */
        boolean isUsual() {
            return times == 1;
        }
    }

    /**
     * What each view makes of a text: probabilities in the order of the topics.
     *
     * @param meaning null when only the words were seen
     * @param neighbours null when only the words were seen
     * @param nearest cosine to the nearest training text of a likely topic; 0 when only the words were seen
     */
    record Look(double[] lexical, double[] meaning, double[] neighbours, double nearest) {}

    /** Null when the examples have fewer than two topics, and nothing can be told apart. */
    static Heads learn(List<Example> examples, Encoder encoder) {
        var topics =
                List.copyOf(new TreeSet<>(examples.stream().map(Example::topic).toList()));
        if (topics.size() < 2) {
            return null;
        }
        var shown = examples.stream().flatMap(Heads::asOftenAsItCounts).toList();
        var labelOf = shown.stream()
                .mapToInt(example -> topics.indexOf(example.topic()))
                .toArray();
        var forms = shown.stream().map(example -> example.text().forms()).toList();
        var lexical = LexicalView.learn(forms, labelOf, topics);
        if (encoder == null) {
            return new Heads(lexical, null, null);
        }
        var vectors = shown.stream().map(Example::vector).toList();
        var meaning = MeaningView.learn(vectors, labelOf, topics, encoder);
        var places = examples.stream().map(Example::vector).toList();
        var topicOf = examples.stream()
                .mapToInt(example -> topics.indexOf(example.topic()))
                .toArray();
        return new Heads(lexical, meaning, Neighbours.of(places, topicOf, meaning));
    }

    private static Stream<Example> asOftenAsItCounts(Example example) {
        return Collections.nCopies(example.times(), example).stream();
    }

    /** @param topicOf for each place the index of its topic */
    Heads among(RoundedPlace[] places, int[] topicOf) {
        return new Heads(lexical, meaning, Neighbours.of(places, topicOf, meaning));
    }

    Look look(CleanText text, float[] vector) {
        return look(lexical.see(text.forms()), vector);
    }

    /** @param seen what the lexical view sees in the text */
    Look look(View.Seen seen, float[] vector) {
        var words = lexical.categorize(seen);
        if (meaning == null || vector == null) {
            return new Look(words, null, null, 0);
        }
        var place = meaning.place(vector);
        var first = new Look(words, meaning.categorize(place), null, 0);
        var say = neighbours.say(place, likeliest(Blend.AT_FIRST_SIGHT.of(first)));
        return new Look(words, first.meaning(), say.shares(), say.nearest());
    }

    private static int[] likeliest(double[] probabilities) {
        return IntStream.range(0, probabilities.length)
                .boxed()
                .sorted(Comparator.comparingDouble(topic -> -probabilities[topic]))
                .limit(LIKELY_TOPICS)
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
