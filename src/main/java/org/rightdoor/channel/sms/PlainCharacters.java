package org.rightdoor.channel.sms;

import java.text.Normalizer;
import java.util.Map;

/**
 * Writes a text with the characters of a telephone where nothing is lost: one curly quote from a word processor halves
 * what fits into a message. Accents are never taken away; they are part of a word.
 */
public final class PlainCharacters {

    private static final Map<Integer, String> PLAIN = Map.ofEntries(
            Map.entry((int) '\u2018', "'"),
            Map.entry((int) '\u2019', "'"),
            Map.entry((int) '\u201A', "'"),
            Map.entry((int) '\u201B', "'"),
            Map.entry((int) '\u2032', "'"),
            Map.entry((int) '\u00B4', "'"),
            Map.entry((int) '`', "'"),
            Map.entry((int) '\u201C', "\""),
            Map.entry((int) '\u201D', "\""),
            Map.entry((int) '\u201E', "\""),
            Map.entry((int) '\u201F', "\""),
            Map.entry((int) '\u2033', "\""),
            Map.entry((int) '\u00AB', "\""),
            Map.entry((int) '\u00BB', "\""),
            Map.entry((int) '\u2010', "-"),
            Map.entry((int) '\u2011', "-"),
            Map.entry((int) '\u2012', "-"),
            Map.entry((int) '\u2013', "-"),
            Map.entry((int) '\u2014', "-"),
            Map.entry((int) '\u2015', "-"),
            Map.entry((int) '\u2212', "-"),
            Map.entry((int) '\u2022', "-"),
            Map.entry((int) '\u00B7', "-"),
            Map.entry((int) '\u2026', "..."),
            Map.entry((int) '\u2028', "\n"),
            Map.entry((int) '\u2029', "\n"),
            Map.entry((int) '\t', " "),
            Map.entry((int) '\u00AD', ""),
            Map.entry((int) '\u200B', ""),
            Map.entry((int) '\u2060', ""),
            Map.entry((int) '\uFEFF', ""));

    private PlainCharacters() {}

    public static String of(String text) {
        var out = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(c -> append(out, c));
        return out.toString();
    }

    private static void append(StringBuilder out, int character) {
        var plain = PLAIN.get(character);
        if (plain != null) out.append(plain);
        else if (Character.getType(character) == Character.SPACE_SEPARATOR) out.append(' ');
        else out.appendCodePoint(character);
    }
}
