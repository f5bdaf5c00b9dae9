package org.rightdoor.people;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Says whether two names may be the same person's. */
final class Names {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Names() {}

    /**
     * True for the same words in any order, case and accents ("Ruiz, Ana" and "ana ruiz"), and for a name cut short
     * ("Ana" and "Ana Ruiz"). A family name alone is not enough: it is the name of the whole family.
     */
    static boolean agree(String one, String other) {
        var shorter = words(one);
        var longer = words(other);
        if (shorter.size() > longer.size()) {
            var swap = shorter;
            shorter = longer;
            longer = swap;
        }
        if (shorter.isEmpty() || !longer.containsAll(shorter)) return false;
        return shorter.size() == longer.size() || shorter.contains(longer.get(0));
    }

    private static List<String> words(String name) {
        if (name == null) return List.of();
        var plain =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
        var inOrder = plain.contains(",") ? givenNameFirst(plain) : plain;
        return Arrays.stream(BETWEEN_WORDS.split(inOrder.toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String givenNameFirst(String name) {
        var comma = name.indexOf(',');
        return name.substring(comma + 1) + " " + name.substring(0, comma);
    }
}
