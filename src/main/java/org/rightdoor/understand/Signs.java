package org.rightdoor.understand;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Words and phrases that tell how a message is meant, compared without accents. They tell nothing where they are denied
 * just before ("not at all urgent"), or quoted ("the sign says “Emergency”").
 */
final class Signs {

    private static final Pattern QUOTED = Pattern.compile("[\"“„«][^\"“”„«»]{1,300}[\"”»]");

    private static final Set<String> DENYING = words(
            """
            not no never isnt wasnt arent werent dont doesnt didnt wont aint cannot without nothing hardly neither nor
            nobody nunca ni sin tampoco""");

    /** What may stand between a denial and what is denied. */
    private static final Set<String> BETWEEN = words(
            """
            a an at all very really that so too any terribly exactly is be it its being feel feeling am im been this
            writing here have has tiene tengo tienen hay hace to in se me te le les nos es esta estoy muy tan nada una un ningun ninguna de""");

    private static final int FARTHEST = 4;

    private final Pattern alternatives;

    private Signs(String alternatives) {
        this.alternatives = Pattern.compile("(?:" + alternatives + ")\\b");
    }

    /** A regular expression for words in lower case, without accents and apostrophes, one space between. */
    static Signs of(String... alternatives) {
        return new Signs(String.join("|", alternatives));
    }

    /** What the writer says in the own words; the whole text where all of it is quoted. */
    static CleanText unquoted(CleanText text) {
        var quoted = QUOTED.matcher(text.text());
        if (!quoted.find()) {
            return text;
        }
        var own = CleanText.of(quoted.replaceAll(" . "));
        return own.isEmpty() ? text : own;
    }

    boolean foundIn(CleanText text) {
        return in(text).isPresent();
    }

    /** The first of them that the text says and does not deny, in lower case. */
    Optional<String> in(CleanText text) {
        var plain = String.join(" ", text.forms());
        // Transparent, for what stands before a word may say that it is no sign.
        var here = alternatives.matcher(plain).useTransparentBounds(true);
        // Word by word, for the search of a regular expression tries every letter.
        for (int start = 0; start < plain.length(); ) {
            int end = start;
            if (here.region(start, plain.length()).lookingAt()) {
                if (!isDenied(plain.substring(0, start))) {
                    return Optional.of(asWritten(text, plain, start, here.end()));
                }
                end = here.end();
            }
            int space = plain.indexOf(' ', end);
            start = space < 0 ? plain.length() : space + 1;
        }
        return Optional.empty();
    }

    private static boolean isDenied(String before) {
        var words = before.strip().split(" ");
        for (int i = words.length - 1; i >= 0 && i >= words.length - FARTHEST; i--) {
            if (DENYING.contains(words[i])) {
                return true;
            }
            if (!BETWEEN.contains(words[i])) {
                return false;
            }
        }
        return false;
    }

    private static String asWritten(CleanText text, String plain, int start, int end) {
        int first = spaces(plain, start);
        int last = spaces(plain, end);
        return String.join(" ", Arrays.copyOfRange(text.words(), first, last + 1))
                .toLowerCase();
    }

    private static int spaces(String plain, int until) {
        return (int) plain.substring(0, until).chars().filter(c -> c == ' ').count();
    }

    static Set<String> words(String list) {
        return Set.copyOf(Arrays.asList(list.strip().split("\\s+")));
    }
}
