package org.rightdoor.understand;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Says a text word by word in English, so that an encoder that knows English sees what it is about: of what families write in
 * Spanish it finds four times as often the topic that was learnt from English texts. It is no translation: nobody reads it.
 */
final class Gloss {

    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{M}@]+|\\p{N}+|\\S");
    private static final Pattern WORD = Pattern.compile("\\p{L}.*");
    private static final Set<String> LEFT_OUT = Set.of("¿", "¡");
    private static final int LONGEST_PHRASE = 4;

    /** More than the encoder reads. */
    private static final int MOST_TOKENS = 2 * Encoder.MOST_PIECES;

    private final Glossary glossary;
    private final Predicate<String> isEnglish;

    /** Some of them are words of the other language too: they speak for neither. */
    private final Set<String> everydayEnglish;

    private Gloss(Glossary glossary, Predicate<String> isEnglish, Set<String> everydayEnglish) {
        this.glossary = glossary;
        this.isEnglish = isEnglish;
        this.everydayEnglish = everydayEnglish;
    }

    /** @param isEnglish whether the encoder knows a word, in lower case, as a whole */
    static Gloss of(String language, Predicate<String> isEnglish) throws IOException {
        var everydayEnglish = new HashSet<String>();
        Glossary.lines("languages/en.txt").forEach(line -> everydayEnglish.addAll(tokens(line)));
        return new Gloss(Glossary.of(language, isEnglish), isEnglish, everydayEnglish);
    }

    /** Another number for other word lists. */
    int edition() {
        return 31 * glossary.edition() + everydayEnglish.hashCode();
    }

    /** The text as it is, where it is not clearly in this language. */
    String of(String text) {
        var tokens = tokens(text);
        var english = new ArrayList<String>();
        int words = 0;
        int own = 0;
        int others = 0;
        for (int at = 0; at < tokens.size(); ) {
            var token = tokens.get(at);
            int length = phraseAt(tokens, at);
            var meaning = length > 1 ? glossary.listed(joined(tokens, at, length)) : meaning(token);
            if (WORD.matcher(token).matches()) {
                words += length;
                boolean usual = length == 1 && everydayEnglish.contains(token);
                if (meaning.isPresent() && !usual) own += length;
                if (meaning.isEmpty() && (usual || isEnglish.test(token))) others++;
            }
            english.add(meaning.or(() -> glossary.cognate(token)).orElse(token));
            at += length;
        }
        english.removeIf(String::isEmpty);
        return own > others && 2 * own >= words ? String.join(" ", english) : text;
    }

    private Optional<String> meaning(String token) {
        return LEFT_OUT.contains(token) ? Optional.of("") : glossary.word(token);
    }

    /** How many tokens from there make the longest phrase that is known; 1 where none does. */
    private int phraseAt(List<String> tokens, int at) {
        int most = glossary.beginsPhrase(tokens.get(at)) ? Math.min(LONGEST_PHRASE, tokens.size() - at) : 1;
        for (int length = most; length > 1; length--) {
            if (glossary.listed(joined(tokens, at, length)).isPresent()) {
                return length;
            }
        }
        return 1;
    }

    private static String joined(List<String> tokens, int at, int length) {
        return String.join("_", tokens.subList(at, at + length));
    }

    private static List<String> tokens(String text) {
        return TOKEN.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .limit(MOST_TOKENS)
                .map(MatchResult::group)
                .toList();
    }
}
