package org.rightdoor.routing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.rightdoor.understand.Detector;
import org.rightdoor.understand.TrainingText;

/**
 * What calls a person at once, from {@code routing-rules/safety.yml}: words by category, and what a family is told in place
 * of any answer.
 *
 * @param familyText the district's approved words, with the numbers to call
 * @param texts that call, labelled with their category, and everyday ones, labelled {@link Detector#NONE}; may be empty
 */
public record SafetyRules(Map<String, Category> categories, LocalText familyText, List<TrainingText> texts) {

    /** A number to call, by its digits alone: people write 1-833-632-7233 in many ways. */
    private static final Pattern LONG_NUMBER = Pattern.compile("\\d{7,}");

    private static final Pattern BETWEEN_DIGITS = Pattern.compile("(?<=\\d)[ ().\u2013-]{1,3}(?=\\d)");

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
    static final SafetyRules NONE = new SafetyRules(Map.of(), new LocalText(Map.of()), List.of());

    /** Whom the text calls, at most once a category. */
    public List<Call> in(String text) {
        var folded = Words.fold(text);
        return categories.values().stream()
                .flatMap(category -> call(category, folded).stream())
                .toList();
    }

    private static Optional<Call> call(Category category, String folded) {
        for (var rule : category.rules) {
            var words = rule.foundIn(folded);
            if (words.isPresent()) return Optional.of(new Call(category.key, rule.id, words.get()));
        }
        return Optional.empty();
    }

    /** As staff read it; the key itself for a category that is not written down any more. */
    public String title(String category) {
        var known = categories.get(category);
        return known == null ? category : known.title.in("en");
    }

    /** Reads {@code safety.yml} and, where it is there, {@code safety/training.tsv} in the directory. */
    public static SafetyRules read(Path directory, Faults faults) {
        return new YamlFile(directory.resolve("safety.yml"), faults)
                .one(entry -> whole(entry, directory, faults))
                .orElse(NONE);
    }

    private static SafetyRules whole(Entry entry, Path directory, Faults faults) {
        var ids = new Once("safety rule", faults);
        var categories = new LinkedHashMap<String, Category>();
        entry.requiredNested("categories").ifPresent(all -> all.keys().forEach(key -> all.nested(key)
                .ifPresent(category -> categories.put(key, category(key, category, ids)))));
        var text = entry.localText("family-text");
        numbersMissingIn(text).forEach(missing -> entry.fault("family-text", missing));
        var file = directory.resolve("safety").resolve("training.tsv");
        var texts = Files.exists(file) ? texts(file, categories.keySet(), faults) : List.<TrainingText>of();
        return new SafetyRules(Collections.unmodifiableMap(categories), text, texts);
    }

    /** Each language names 911, 988, and whatever else the English text does, such as the state's tip line. */
    private static List<String> numbersMissingIn(LocalText text) {
        var asked = new TreeSet<>(Set.of("911", "988"));
        LONG_NUMBER
                .matcher(joined(text.in("en")))
                .results()
                .map(MatchResult::group)
                .forEach(asked::add);
        return text.byLanguage().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(written -> asked.stream()
                        .filter(number -> !names(written.getValue(), number))
                        .map(number -> "family-text must name " + number + " in every language; it is missing in "
                                + written.getKey()))
                .toList();
    }

    private static boolean names(String text, String number) {
        var alone = Pattern.compile("(?<!\\d)" + number + "(?!\\d)");
        return alone.matcher(digits(text)).find() || alone.matcher(joined(text)).find();
    }

    private static String joined(String text) {
        return BETWEEN_DIGITS.matcher(digits(text)).replaceAll("");
    }

    /** With the digits of all scripts as 0 to 9. */
    private static String digits(String text) {
        return text.codePoints()
                .map(sign -> Character.isDigit(sign) ? '0' + Character.digit(sign, 10) : sign)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static List<TrainingText> texts(Path file, Set<String> categories, Faults faults) {
        var labels = new HashSet<>(categories);
        labels.add(Detector.NONE);
        var names = Names.of("category", labels);
        var texts = new ArrayList<TrainingText>();
        var number = 0;
        for (var line : TextFile.read(file, faults).orElse("").lines().toList()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) continue;
            var parts = line.split("\t", -1);
            if (parts.length != 3 || parts[2].isBlank()) {
                faults.add(
                        file, number, "must be a category or none, a language and a text, with one tab between each");
                continue;
            }
            var place = new Place(file, number);
            names.complaint(parts[0]).ifPresent(complaint -> faults.add(place, complaint));
            Names.languages().complaint(parts[1]).ifPresent(complaint -> faults.add(place, complaint));
            texts.add(new TrainingText(parts[0], parts[1], parts[2].strip()));
        }
        return List.copyOf(texts);
    }

    private static Category category(String key, Entry entry, Once ids) {
        var rules =
                entry.entries("rules").stream().map(rule -> words(rule, ids)).toList();
        if (rules.isEmpty()) entry.fault(entry.place(), key + " has no rules: no word would call anybody");
        return new Category(key, entry.localText("title"), rules);
    }

    private static CallingWords words(Entry entry, Once ids) {
        var id = entry.text("id");
        ids.claim(id, entry.place("id"));
        var any = Words.read(entry, "any");
        if (any.isEmpty()) entry.fault(entry.place(), "rule " + id + " has no words under any");
        var none = Words.of(List.of());
        return new CallingWords(
                id, any.orElse(none), Words.read(entry, "unless").orElse(none));
    }
}
