package org.rightdoor.understand;

import java.util.List;
import java.util.TreeSet;

/**
 * Everything that was learned from the training texts.
 *
 * @param lexical null when the texts have fewer than two topics, and nothing can be told apart
 */
record Model(LexicalView lexical, Languages languages) {

    static Model learn(List<TrainingText> texts) {
        return new Model(lexical(texts), Languages.learn(texts));
    }

    private static LexicalView lexical(List<TrainingText> texts) {
        var labelled = texts.stream().filter(text -> text.topic() != null).toList();
        var topics = List.copyOf(
                new TreeSet<>(labelled.stream().map(TrainingText::topic).toList()));
        if (topics.size() < 2) {
            return null;
        }
        var forms =
                labelled.stream().map(text -> CleanText.of(text.text()).forms()).toList();
        var labelOf =
                labelled.stream().mapToInt(text -> topics.indexOf(text.topic())).toArray();
        return LexicalView.learn(forms, labelOf, topics);
    }
}
