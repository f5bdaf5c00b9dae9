package org.rightdoor.understand;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The words of some texts, by which those that share words with another text are found without reading them all again. */
final class SharedWords {

    /** A feature stands in this text with this weight. */
    private record Posting(int text, float weight) {}

    private final Map<String, List<Posting>> postings = new HashMap<>();
    private final int size;

    private SharedWords(int size) {
        this.size = size;
    }

    static SharedWords of(List<String> texts, LexicalView view) {
        var words = new SharedWords(texts.size());
        for (int text = 0; text < texts.size(); text++) {
            words.add(text, view.see(CleanText.of(texts.get(text)).forms()));
        }
        return words;
    }

    private void add(int text, View.Seen seen) {
        for (int i = 0; i < seen.features().length; i++) {
            postings.computeIfAbsent(seen.features()[i], any -> new ArrayList<>(2))
                    .add(new Posting(text, seen.values()[i]));
        }
    }

    /** How much of its words each text shares with this one, from 0 to 1, in their order. */
    double[] with(View.Seen seen) {
        var shared = new double[size];
        for (int i = 0; i < seen.features().length; i++) {
            float weight = seen.values()[i];
            for (var posting : postings.getOrDefault(seen.features()[i], List.of())) {
                shared[posting.text()] += weight * posting.weight();
            }
        }
        return shared;
    }
}
