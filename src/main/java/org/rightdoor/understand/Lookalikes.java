package org.rightdoor.understand;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which of thousands of everyday texts to learn from: those that tell most, for all of them take too long. */
final class Lookalikes {

    /** So many of every hundred are as good as all for words; more would drown what calls. */
    private static final int ONE_IN = 7;

    private static final int MOST = 1_500;

    private Lookalikes() {}

    /** The texts and a sample of everyday ones. */
    static List<TrainingText> sample(List<TrainingText> texts, List<TrainingText> everyday) {
        var sample = IntStream.range(0, everyday.size())
                .filter(index -> index % ONE_IN == 0)
                .mapToObj(everyday::get);
        return Stream.concat(texts.stream(), sample).toList();
    }

    /** The texts and those of the everyday ones that by their words are most like ones that call. */
    static List<TrainingText> nearest(List<TrainingText> texts, List<TrainingText> everyday, LexicalView calls) {
        Map<TrainingText, Double> alarming = everyday.stream()
                .distinct()
                .collect(Collectors.toMap(text -> text, text -> calls.categorize(
                                CleanText.of(text.text()).forms())[calls.getIndex("calls")]));
        var nearest = everyday.stream()
                .distinct()
                .sorted(Comparator.comparingDouble(text -> -alarming.get(text)))
                .limit(MOST);
        return Stream.concat(texts.stream(), nearest).toList();
    }
}
