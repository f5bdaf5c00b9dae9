package org.rightdoor.desk.writing;

import java.util.Locale;
import java.util.regex.Pattern;

/** Counts syllables by spelling: right for nearly all words of Spanish, and for about nine in ten of English. */
final class Syllables {

    private static final Pattern ENGLISH_GROUP = Pattern.compile("[aeiouy]+");

    /** Vowels that stand together and are spoken apart: scien-ce, i-de-a, cre-ate, du-o, mu-se-um, situ-ation. */
    private static final Pattern ENGLISH_APART = Pattern.compile(
            "ia(?!l)|io(?!u|n)|ie[nt]|iu|ea(?=s?$)|(?<=cr)ea(?!m|k|s)|eo(?!us|u|p)|eu[^r]|uo|ua[^r]|ying|[^q]uie");

    private static final Pattern SPANISH_SOUND = Pattern.compile("[^a-záéíóúüñ]");

    private Syllables() {}

    static int english(String word) {
        var plain = word.toLowerCase(Locale.ENGLISH).replaceAll("['’]s?$|['’]", "");
        if (plain.length() <= 3) return 1;
        // Silent: bus-e-s is not, make-s is; ask-ed is, want-ed is not; care-ful-ly.
        var spoken = plain.replaceFirst("(?<![tdaeiou])ed$|(?<![sxzcg]|[cs]h)es$|(?<!l)e$|(?<=[aeiouy])le$", "")
                .replaceAll("(?<=[^aeiouy])e(?=ly$|ful|less$|ment)", "");
        var groups = (int) ENGLISH_GROUP.matcher(spoken).results().count();
        var apart = (int) ENGLISH_APART.matcher(spoken).results().count();
        return Math.max(1, groups + apart);
    }

    /** A strong vowel each, a weak one with a stress of its own, and weak ones together are one. */
    static int spanish(String word) {
        var plain = SPANISH_SOUND.matcher(word.toLowerCase(Locale.ROOT)).replaceAll("");
        plain = plain.replaceAll("qu(?=[eiéí])", "q")
                .replaceAll("gu(?=[eiéí])", "g")
                .replaceAll("y$", "i");
        var count = 0;
        var before = ' ';
        for (var c : plain.toCharArray()) {
            if (isVowel(c) && !(isVowel(before) && (isWeak(c) || isWeak(before)))) count++;
            before = c;
        }
        return Math.max(1, count);
    }

    private static boolean isVowel(char c) {
        return "aeiouáéíóúü".indexOf(c) >= 0;
    }

    private static boolean isWeak(char c) {
        return "iuü".indexOf(c) >= 0;
    }
}
