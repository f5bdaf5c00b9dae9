package org.rightdoor.understand;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rightdoor.understand.Heads.Example;

/**
 * Everything that was learned from the training texts.
 *
 * @param heads null when the texts have fewer than two topics, and nothing can be told apart
 */
record Model(Heads heads, Trust trust, HeldOut heldOut, Languages languages) {

    /** One correction among ten thousand texts has to decide where the same is asked again; four times did in every trial. */
    private static final int TIMES_CORRECTED = 4;

    private static final Pattern WORD = Pattern.compile("\\p{L}{3}");

    /** @param encoder null to learn the words only */
    static Model learn(List<TrainingText> texts, Encoder encoder, Vectors vectors) {
        var examples = examples(texts, encoder, vectors);
        var rehearsal = Rehearsal.of(examples, encoder);
        var heads = Heads.learn(examples, encoder);
        return new Model(heads, rehearsal.trust(), rehearsal.heldOut(), Languages.learn(texts));
    }

    /** The quick part of learning: words only, and taken at their word. */
    static Model learnWords(List<TrainingText> texts) {
        var examples = examples(texts, null, null);
        return new Model(Heads.learn(examples, null), Trust.OF_WORDS, HeldOut.NONE, Languages.learn(texts));
    }

    /** False where nothing of them was learnt. */
    boolean readsMeaning() {
        return heads != null && heads.meaning() != null;
    }

    /** This model with the places of the texts it was trained on. */
    Model among(List<TrainingText> texts, RoundedPlace[] places) {
        var topicOf = labelled(texts).stream()
                .mapToInt(text -> heads.lexical().getIndex(text.topic()))
                .toArray();
        return new Model(heads.among(places, topicOf), trust, heldOut, languages);
    }

    /** Where the texts lie as this model sees them, which takes a second to find out. */
    RoundedPlace[] places(List<TrainingText> texts, Encoder encoder, Vectors vectors) {
        return vectors.of(encoded(texts), encoder).stream()
                .map(heads.meaning()::place)
                .map(RoundedPlace::of)
                .toArray(RoundedPlace[]::new);
    }

    /** Everything with a topic, in the form that the encoder reads. */
    static List<String> encoded(List<TrainingText> texts) {
        return labelled(texts).stream()
                .map(text -> CleanText.of(text.text()).text())
                .toList();
    }

    private static List<Example> examples(List<TrainingText> texts, Encoder encoder, Vectors vectors) {
        var labelled = labelled(texts);
        var cleaned = labelled.stream().map(text -> CleanText.of(text.text())).toList();
        var places = encoder == null
                ? null
                : vectors.of(cleaned.stream().map(CleanText::text).toList(), encoder);
        var examples = new ArrayList<Example>();
        for (int i = 0; i < cleaned.size(); i++) {
            var text = labelled.get(i);
            int times = text.corrected() ? TIMES_CORRECTED : 1;
            var vector = places == null ? null : places.get(i);
            examples.add(new Example(text.topic(), text.language(), cleaned.get(i), vector, times));
        }
        return examples;
    }

    /** The topics' names and the texts: where there are five texts to a topic, its name is worth as much as they. */
    static List<TrainingText> labelled(List<TrainingText> texts) {
        var named = texts.stream().filter(text -> text.topic() != null).toList();
        var names = named.stream()
                .map(TrainingText::topic)
                .distinct()
                .map(topic -> new TrainingText(topic, Reading.UNKNOWN_LANGUAGE, topic.replaceAll("[-_.]+", " ")))
                .filter(name -> WORD.matcher(name.text()).find());
        return Stream.concat(names, named.stream()).toList();
    }
}
