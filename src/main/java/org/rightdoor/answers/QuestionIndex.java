package org.rightdoor.answers;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.rightdoor.understand.Reading;

/** All phrasings in one language, and how like a message is to each, by its words and by its meaning. */
final class QuestionIndex {

    private final List<Phrasing> phrasings;
    private final WordIndex words;
    private final MeaningIndex meaning;

    private QuestionIndex(List<Phrasing> phrasings, WordIndex words, MeaningIndex meaning) {
        this.phrasings = phrasings;
        this.words = words;
        this.meaning = meaning;
    }

    /** @param read what is known about each phrasing; where one has no embedding, words alone speak */
    static QuestionIndex of(String language, List<Answer> answers, Function<String, Reading> read) {
        var phrasings = new ArrayList<Phrasing>();
        for (var answer : answers) {
            for (var text : answer.questions().getOrDefault(language, List.of())) {
                phrasings.add(new Phrasing(answer, text, read.apply(text)));
            }
        }
        var texts = phrasings.stream().map(Phrasing::text).toList();
        var embeddings = phrasings.stream()
                .map(phrasing -> phrasing.reading().embedding())
                .toList();
        return new QuestionIndex(List.copyOf(phrasings), new WordIndex(texts), MeaningIndex.of(embeddings));
    }

    List<Phrasing> phrasings() {
        return phrasings;
    }

    /** Those that the phrasings ask for, in the order in which they first come. */
    List<Answer> answers() {
        return phrasings.stream().map(Phrasing::answer).distinct().toList();
    }

    boolean knowsMeaning() {
        return meaning != null;
    }

    /** How like each phrasing the text is, in their order. */
    double[] likeness(String text, Reading reading, Mix mix) {
        var byWords = words.likeness(text);
        var byMeaning = meaning == null || reading.embedding() == null ? null : meaning.likeness(reading.embedding());
        return mix.likeness(byWords, byMeaning);
    }
}
