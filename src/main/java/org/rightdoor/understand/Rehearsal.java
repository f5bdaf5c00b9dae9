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
    private static final int LEAST_KEPT_BACK = 60;
    private static final int ENOUGH = 800;

    /** Up to so many texts every fifth of them is kept back in turn, for one fifth alone would say little. */
    private static final int FEW = 3_000;

    /** A text that the heads had not seen, and what they make of it. */
    private record Tried(Heads heads, Example example, Heads.Look look) {

        static Tried on(Heads heads, Example example) {
            return new Tried(heads, example, heads.look(example.text(), example.vector()));
        }

        Blend.Known known() {
            return new Blend.Known(look, heads.lexical().getIndex(example.topic()));
        }

        Gate.Clue clue(Blend blend) {
            return Gate.Clue.of(blend.of(look), look);
        }
    }

    static Rehearsal of(List<Example> examples, Encoder encoder) {
        var keptBack = new ArrayList<Tried>();
        var strange = new ArrayList<Tried>();
        for (int turn = examples.size() > FEW ? EACH - 1 : 0; turn < EACH; turn++) {
            rehearse(examples, turn, encoder, keptBack, strange);
        }
        if (keptBack.size() < LEAST_KEPT_BACK || strange.size() < LEAST_KEPT_BACK) {
            return new Rehearsal(Trust.USUAL, HeldOut.NONE);
        }
        var trust = trust(thinned(keptBack), thinned(strange));
        return new Rehearsal(trust, heldOut(trust, keptBack));
    }

    private static void rehearse(
            List<Example> examples, int turn, Encoder encoder, List<Tried> keptBack, List<Tried> strange) {
        var strangeTopics = everyFifth(
                List.copyOf(new TreeSet<>(examples.stream().map(Example::topic).toList())), turn);
        var seen = new ArrayList<Example>();
        var keptBackNow = new ArrayList<Example>();
        var strangeNow = new ArrayList<Example>();
        var countOf = new HashMap<String, Integer>();
        for (var example : examples) {
            // What staff corrected is never kept back: so one more leaves the others where they were.
            boolean inTurn = example.isUsual() && (countOf.merge(example.topic(), 1, Integer::sum) - 1) % EACH == turn;
            (strangeTopics.contains(example.topic()) ? strangeNow : inTurn ? keptBackNow : seen).add(example);
        }
        var heads = Heads.learn(seen, encoder);
        if (heads != null) {
            keptBackNow.stream()
                    .filter(example -> heads.lexical().getIndex(example.topic()) >= 0)
                    .forEach(example -> keptBack.add(Tried.on(heads, example)));
            thinned(strangeNow).forEach(example -> strange.add(Tried.on(heads, example)));
        }
    }

    private static HeldOut heldOut(Trust trust, List<Tried> keptBack) {
        long right = keptBack.stream()
                .filter(one -> trust.blend(one.example().language()).finds(one.known()))
                .count();
        return new HeldOut((int) right, keptBack.size());
    }

    private static Trust trust(List<Tried> keptBack, List<Tried> strange) {
        var blend = Blend.fit(keptBack.stream().map(Tried::known).toList());
        var clues = keptBack.stream().map(one -> one.clue(blend)).toList();
        var strangeClues = strange.stream().map(one -> one.clue(blend)).toList();
        var rightClues = keptBack.stream()
                .filter(one -> blend.finds(one.known()))
                .map(one -> one.clue(blend))
                .toList();
        var gate = Gate.fit(clues, strangeClues);
        return new Trust(blend, byLanguage(keptBack), rightClues.isEmpty() ? gate : gate.lettingIn(rightClues));
    }

    private static Map<String, Blend> byLanguage(List<Tried> keptBack) {
        var ofLanguage = keptBack.stream()
                .collect(Collectors.groupingBy(
                        one -> one.example().language(), Collectors.mapping(Tried::known, Collectors.toList())));
        return ofLanguage.entrySet().stream()
                .filter(language -> language.getValue().size() >= LEAST_KEPT_BACK)
                .collect(Collectors.toMap(Map.Entry::getKey, language -> Blend.fit(language.getValue())));
    }

    private static Set<String> everyFifth(List<String> topics, int from) {
        var some = new HashSet<String>();
        for (int i = from; i < topics.size(); i += EACH) {
            some.add(topics.get(i));
        }
        return some;
    }

    private static <T> List<T> thinned(List<T> all) {
        int step = Math.max(1, all.size() / ENOUGH);
        var some = new ArrayList<T>();
        for (int i = 0; i < all.size(); i += step) {
            some.add(all.get(i));
        }
        return some;
    }
}
