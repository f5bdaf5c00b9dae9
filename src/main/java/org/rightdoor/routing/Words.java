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

    private static final String APOSTROPHES = "'\u2018\u2019\u02BC`\u00B4";
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

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
        var folded = new StringBuilder(text.length() + 2).append(' ');
        Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(sign -> !isLeftOut(sign))
                .forEach(sign -> {
                    if (isOfWord(sign)) folded.appendCodePoint(sign);
                    else if (folded.charAt(folded.length() - 1) != ' ') folded.append(' ');
                });
        var isOpen = folded.length() == 1 || folded.charAt(folded.length() - 1) != ' ';
        return (isOpen ? folded.append(' ') : folded).toString();
    }

    private static boolean isLeftOut(int sign) {
        return isAccent(sign) || APOSTROPHES.indexOf(sign) >= 0;
    }

    private static boolean isAccent(int sign) {
        return sign >= '\u0300' && sign <= '\u036F';
    }

    /** Letters, marks and numbers. */
    private static boolean isOfWord(int sign) {
        var category = Character.getType(sign);
        return category >= Character.UPPERCASE_LETTER && category <= Character.OTHER_NUMBER;
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
        // A loop and no stream: in each message a thousand phrases are looked for, which are in none.
        for (var phrase : phrases) {
            if (folded.contains(phrase.needle)) return Optional.of(phrase.written);
        }
        return Optional.empty();
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
