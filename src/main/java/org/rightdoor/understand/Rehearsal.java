package org.rightdoor.understand;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.rightdoor.understand.Heads.Example;

/**
 * Finds out, before the model is trained, how far its views can be trusted: some texts are kept back, and some topics as a
 * whole, which then are texts about something else. So no texts from outside are needed.
 */
record Rehearsal(Trust trust, HeldOut heldOut) {

    private static final int EACH = 5;
    private static final int LEAST_KEPT_BACK = 30;
    private static final int ENOUGH = 800;

    static Rehearsal of(List<Example> examples, Encoder encoder) {
        var strangeTopics = everyFifth(
                List.copyOf(new TreeSet<>(examples.stream().map(Example::topic).toList())));
        var seen = new ArrayList<Example>();
        var keptBack = new ArrayList<Example>();
        var strange = new ArrayList<Example>();
        var countOf = new HashMap<String, Integer>();
        for (var example : examples) {
            // What staff corrected is never kept back: so one more leaves the others where they were.
            boolean fifth = !example.corrected() && countOf.merge(example.topic(), 1, Integer::sum) % EACH == 0;
            (strangeTopics.contains(example.topic()) ? strange : fifth ? keptBack : seen).add(example);
        }
        var heads = Heads.learn(seen, encoder);
        if (heads == null || keptBack.size() < LEAST_KEPT_BACK || strange.size() < LEAST_KEPT_BACK) {
            return new Rehearsal(Trust.USUAL, HeldOut.NONE);
        }
        var trust = trust(heads, thinned(keptBack), thinned(strange));
        return new Rehearsal(trust, heldOut(heads, trust, keptBack));
    }

    private static HeldOut heldOut(Heads heads, Trust trust, List<Example> keptBack) {
        long right = keptBack.stream()
                .filter(example -> trust.blend(example.language()).finds(known(heads, example)))
                .count();
        return new HeldOut((int) right, keptBack.size());
    }

    private static Trust trust(Heads heads, List<Example> keptBack, List<Example> strange) {
        var known = keptBack.stream().map(example -> known(heads, example)).toList();
        var blend = Blend.fit(known);
        var clues = known.stream()
                .map(one -> Gate.Clue.of(blend.of(one.look()), one.look()))
                .toList();
        var strangeClues = strange.stream()
                .map(example -> heads.look(example.text(), example.vector()))
                .map(look -> Gate.Clue.of(blend.of(look), look))
                .toList();
        var rightClues = known.stream()
                .filter(one -> blend.finds(one))
                .map(one -> Gate.Clue.of(blend.of(one.look()), one.look()))
                .toList();
        var gate = Gate.fit(clues, strangeClues);
        return new Trust(blend, byLanguage(keptBack, known), rightClues.isEmpty() ? gate : gate.lettingIn(rightClues));
    }

    private static Blend.Known known(Heads heads, Example example) {
        int topic = heads.lexical().getIndex(example.topic());
        return new Blend.Known(heads.look(example.text(), example.vector()), topic);
    }

    private static Map<String, Blend> byLanguage(List<Example> examples, List<Blend.Known> known) {
        var ofLanguage = new HashMap<String, List<Blend.Known>>();
        for (int i = 0; i < examples.size(); i++) {
            ofLanguage
                    .computeIfAbsent(examples.get(i).language(), any -> new ArrayList<>())
                    .add(known.get(i));
        }
        return ofLanguage.entrySet().stream()
                .filter(language -> language.getValue().size() >= LEAST_KEPT_BACK)
                .collect(Collectors.toMap(Map.Entry::getKey, language -> Blend.fit(language.getValue())));
    }

    private static Set<String> everyFifth(List<String> topics) {
        var some = new HashSet<String>();
        for (int i = EACH - 1; i < topics.size(); i += EACH) {
            some.add(topics.get(i));
        }
        return some;
    }

    private static List<Example> thinned(List<Example> examples) {
        int step = Math.max(1, examples.size() / ENOUGH);
        var some = new ArrayList<Example>();
        for (int i = 0; i < examples.size(); i += step) {
            some.add(examples.get(i));
        }
        return some;
    }
}
