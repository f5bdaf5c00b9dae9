package org.rightdoor.routing;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Words and phrases to look for in a message: whole words, whatever their case, accents and punctuation; a star at the
 * end stands for any ending ({@code threat*} finds "threatened"). Chinese is written without spaces: a phrase in it is found
 * anywhere.
 */
public final class Words {

    private static final Pattern ACCENTS = Pattern.compile("\\p{InCombiningDiacriticalMarks}+");
    private static final Pattern APOSTROPHES = Pattern.compile("['\u2018\u2019\u02BC`\u00B4]");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private final List<Phrase> phrases;

    /** A phrase as the district wrote it, and what must be found in the folded text. */
    private record Phrase(String written, String needle) {

        // The space after it may begin the next one.
        String removed(String folded) {
            var left = Pattern.compile(
                            Pattern.quote(needle.stripTrailing()) + (needle.endsWith(" ") ? "(?= )" : "\\S*"))
                    .matcher(folded)
                    .replaceAll(" ");
            return left.replaceAll(" +", " ");
        }
    }

    private Words(List<Phrase> phrases) {
        this.phrases = phrases;
    }

    /** @throws IllegalArgumentException if a phrase has a {@link #complaint} */
    public static Words of(Collection<String> phrases) {
        return new Words(phrases.stream().map(Words::phrase).toList());
    }

    /** The words that stand under this key, or none where the key is missing. */
    public static Optional<Words> read(Entry entry, String name) {
        var items = entry.items(name);
        items.forEach(item -> complaint(item.text()).ifPresent(complaint -> entry.fault(item.place(), complaint)));
        var sound = items.stream()
                .map(Entry.Item::text)
                .filter(text -> complaint(text).isEmpty())
                .toList();
        return sound.isEmpty() ? Optional.empty() : Optional.of(of(sound));
    }

    /** Why this cannot be looked for; empty when it can. */
    public static Optional<String> complaint(String phrase) {
        var star = phrase.indexOf('*');
        if (star >= 0 && star < phrase.length() - 1) {
            return Optional.of(phrase + ": a star can only stand at the end");
        }
        return fold(phrase).isBlank() ? Optional.of(phrase + ": there is no word in it") : Optional.empty();
    }

    /**
     * The text in lower case without accents and apostrophes, every word between single spaces, also the first and the
     * last.
     */
    public static String fold(String text) {
        var plain = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        var words = NOT_WORDS
                .matcher(APOSTROPHES.matcher(plain).replaceAll(""))
                .replaceAll(" ")
                .strip();
        return " " + words + " ";
    }

    /** How many words the text has. */
    public static int count(String text) {
        return countFolded(fold(text));
    }

    static int countFolded(String folded) {
        return folded.isBlank() ? 0 : folded.strip().split(" ").length;
    }

    /** The first of these phrases that the text holds, as the district wrote it. */
    public Optional<String> foundIn(String text) {
        return foundInFolded(fold(text));
    }

    /** As {@link #foundIn}, for a text that {@link #fold} has seen already. */
    public Optional<String> foundInFolded(String folded) {
        return phrases.stream()
                .filter(phrase -> folded.contains(phrase.needle))
                .map(Phrase::written)
                .findFirst();
    }

    /** The folded text without these phrases, and without the ending where a phrase leaves that open. */
    String takenOutOf(String folded) {
        var left = folded;
        for (var phrase : phrases) {
            if (left.contains(phrase.needle)) left = phrase.removed(left);
        }
        return left;
    }

    private static Phrase phrase(String written) {
        complaint(written).ifPresent(complaint -> {
            throw new IllegalArgumentException(complaint);
        });
        var folded = fold(written);
        if (HAN.matcher(folded).find()) return new Phrase(written, folded.strip());
        return new Phrase(written, written.endsWith("*") ? folded.stripTrailing() : folded);
    }
}
