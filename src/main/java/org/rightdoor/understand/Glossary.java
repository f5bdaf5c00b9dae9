package org.rightdoor.understand;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The words of one language in English: those that are listed, and those told by their ending. The list is {@code
 * gloss-<language>.txt}, which says how it is written.
 */
final class Glossary {

    private static final String BASE = "*";
    private static final int SHORTEST_STEM = 2;
    private static final int LONGEST_ENDING = 7;

    /** A word that ends otherwise is {@code english} with * for the word that ends in {@code base}. */
    private record Inflection(String base, String english) {}

    private final Map<String, String> words = new HashMap<>();

    /** Many leave accents out. */
    private final Map<String, String> withoutAccents = new HashMap<>();

    private final Set<String> beginnings = new HashSet<>();
    private final Map<String, List<Inflection>> inflections = new HashMap<>();
    private final Map<String, List<String>> cognates = new HashMap<>();
    private final Predicate<String> isEnglish;
    private final int edition;

    private Glossary(Predicate<String> isEnglish, int edition) {
        this.isEnglish = isEnglish;
        this.edition = edition;
    }

    /** @param isEnglish which words {@link #cognate} may find */
    static Glossary of(String language, Predicate<String> isEnglish) throws IOException {
        var lines = lines("gloss-" + language + ".txt").toList();
        var glossary = new Glossary(isEnglish, lines.hashCode());
        lines.stream().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(glossary::learn);
        return glossary;
    }

    static Stream<String> lines(String resource) throws IOException {
        try (InputStream in = Glossary.class.getResourceAsStream(resource)) {
            if (in == null) throw new IOException("the file " + resource + " is missing");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
        }
    }

    /** Another number for another list. */
    int edition() {
        return edition;
    }

    private void learn(String line) {
        var sides = line.split(": ", 2);
        var english = sides[0].equals("-") ? "" : sides[0];
        for (var word : sides[1].split(" ")) {
            if (english.startsWith("+")) {
                at(cognates, word.substring(1)).add(english.substring(1));
            } else if (word.startsWith("-")) {
                var change = word.substring(1).split(">-?", 2);
                at(inflections, change[0]).add(new Inflection(change[1], english));
            } else {
                words.putIfAbsent(word, english);
                withoutAccents.putIfAbsent(CleanText.form(word), english);
                if (word.contains("_")) beginnings.add(CleanText.form(word.substring(0, word.indexOf('_'))));
            }
        }
    }

    private static <T> List<T> at(Map<String, List<T>> endings, String ending) {
        return endings.computeIfAbsent(ending, unknown -> new ArrayList<>());
    }

    /** What it means, "" for what English leaves out; empty for a word that is not known. In lower case. */
    Optional<String> word(String word) {
        var plain = CleanText.form(word);
        return listed(word)
                .or(() -> inflected(word))
                .or(() -> plain.equals(word) ? Optional.empty() : inflected(plain));
    }

    /** As {@link #word}, for words with "_" between them: only those that are listed. */
    Optional<String> listed(String word) {
        return Optional.ofNullable(words.get(word))
                .or(() -> Optional.ofNullable(withoutAccents.get(CleanText.form(word))));
    }

    /** Whether a phrase that is listed begins with this word. */
    boolean beginsPhrase(String word) {
        return beginnings.contains(CleanText.form(word));
    }

    /** By its longest ending whose word is listed. */
    private Optional<String> inflected(String word) {
        return stems(word)
                .flatMap(stem -> inflections.getOrDefault(word.substring(stem), List.of()).stream()
                        .flatMap(inflection -> listed(word.substring(0, stem) + inflection.base).stream()
                                .map(meaning -> inflection.english.replace(BASE, meaning))))
                .findFirst();
    }

    /** The English word that differs by its ending only, as nation from nación; empty when there is none. */
    Optional<String> cognate(String word) {
        var plain = CleanText.form(word);
        return stems(plain)
                .flatMap(stem -> cognates.getOrDefault(plain.substring(stem), List.of()).stream()
                        .map(ending -> plain.substring(0, stem) + ending))
                .filter(isEnglish)
                .findFirst();
    }

    /** Where the endings of a word may begin, the longest first. */
    private static Stream<Integer> stems(String word) {
        return IntStream.range(Math.max(SHORTEST_STEM, word.length() - LONGEST_ENDING), word.length())
                .boxed();
    }
}
