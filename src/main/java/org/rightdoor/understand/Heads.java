package org.rightdoor.understand;

import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The views of a text that were trained together, before they are blended into one answer.
 *
 * @param meaning null without the encoder
 * @param neighbours null without the encoder
 */
record Heads(LexicalView lexical, MeaningView meaning, Neighbours neighbours) {

    /** One correction among ten thousand texts has to decide where the same is asked again; four times did in every trial. */
    private static final int TIMES_CORRECTED = 4;

    /** A labelled text, made ready; {@code vector} is null without the encoder. */
    record Example(String topic, String language, CleanText text, float[] vector, boolean corrected) {}

    /**
     * What each view makes of a text: probabilities in the order of the topics.
     *
     * @param meaning null when only the words were seen
     * @param nearest cosine to the nearest training text; 0 when only the words were seen
     */
    record Look(double[] lexical, double[] meaning, double nearest) {}

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
        return new Heads(lexical, meaning, Neighbours.of(places, meaning));
    }

    private static Stream<Example> asOftenAsItCounts(Example example) {
        return Collections.nCopies(example.corrected() ? TIMES_CORRECTED : 1, example).stream();
    }

    Heads among(List<float[]> vectors) {
        return new Heads(lexical, meaning, Neighbours.of(vectors, meaning));
    }

    Look look(CleanText text, float[] vector) {
        var words = lexical.categorize(text.forms());
        if (meaning == null || vector == null) {
            return new Look(words, null, 0);
        }
        var place = meaning.place(vector);
        return new Look(words, meaning.categorize(place), neighbours.nearest(place));
    }
}
