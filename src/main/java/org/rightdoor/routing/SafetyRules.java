package org.rightdoor.routing;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What calls a person at once, from {@code routing-rules/safety.yml}: words by category, and what a family is told in place
 * of any answer.
 *
 * @param familyText the district's approved words, with the numbers to call
 */
public record SafetyRules(Map<String, Category> categories, LocalText familyText) {

    /**
     * One kind of danger.
     *
     * @param title as staff read it
     */
    public record Category(String key, LocalText title, List<CallingWords> rules) {}

    /**
     * Words that call, once other words are taken out of the text: a glue gun is no gun, and a gun beside it still is one.
     *
     * @param unless what is taken out first; may find nothing
     */
    public record CallingWords(String id, Words any, Words unless) {

        Optional<String> foundIn(String folded) {
            return any.foundInFolded(unless.takenOutOf(folded));
        }
    }

    /** Words of a text that call, the rule they stand in and its category. */
    public record Call(String category, String rule, String words) {}

    /** One that calls nobody, for where no category is written down. */
    static final SafetyRules NONE = new SafetyRules(Map.of(), new LocalText(Map.of()));

    /** Whom the text calls, at most once a category. */
    public List<Call> in(String text) {
        var folded = Words.fold(text);
        return categories.values().stream()
                .flatMap(category -> call(category, folded).stream())
                .toList();
    }

    private static Optional<Call> call(Category category, String folded) {
        return category.rules.stream()
                .flatMap(rule -> rule.foundIn(folded)
                        .map(words -> new Call(category.key, rule.id, words))
                        .stream())
                .findFirst();
    }

    public static SafetyRules read(Path file, Faults faults) {
        return new YamlFile(file, faults).one(entry -> whole(entry, faults)).orElse(NONE);
    }

    private static SafetyRules whole(Entry entry, Faults faults) {
        var ids = new Once("safety rule", faults);
        var categories = new LinkedHashMap<String, Category>();
        entry.requiredNested("categories")
                .ifPresent(all -> all.keys()
                        .forEach(key -> all.nested(key)
                                .ifPresent(category -> categories.put(key, category(key, category, ids)))));
        var text = entry.localText("family-text");
        if (!text.in("en").contains("911")) {
            entry.fault("family-text", "family-text must say in every language to call 911");
        }
        return new SafetyRules(Map.copyOf(new LinkedHashMap<>(categories)), text);
    }

    private static Category category(String key, Entry entry, Once ids) {
        var rules = entry.entries("rules").stream().map(rule -> words(rule, ids)).toList();
        if (rules.isEmpty()) entry.fault(entry.place(), key + " has no rules: no word would call anybody");
        return new Category(key, entry.localText("title"), rules);
    }

    private static CallingWords words(Entry entry, Once ids) {
        var id = entry.text("id");
        ids.claim(id, entry.place("id"));
        var any = Words.read(entry, "any");
        if (any.isEmpty()) entry.fault(entry.place(), "rule " + id + " has no words under any");
        var none = Words.of(List.of());
        return new CallingWords(id, any.orElse(none), Words.read(entry, "unless").orElse(none));
    }
}
