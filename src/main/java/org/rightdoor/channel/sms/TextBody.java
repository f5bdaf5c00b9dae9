package org.rightdoor.channel.sms;

/** What a family reads on its telephone. */
final class TextBody {

    /** A text that would be too long becomes one of this many segments, with the way to the rest. */
    static final int SHORT = 3;

    private static final int PLACES_IN_SHORT = 153 * SHORT;

    private TextBody() {}

    /**
     * The text with its last line, or without where that is too long, or its beginning and the way to the rest.
     *
     * @param longest in segments
     */
    static String of(String text, String lastLine, String wayToTheRest, int longest) {
        var whole = lastLine.isEmpty() ? text : text + "\n" + lastLine;
        if (Segments.of(whole).count() <= longest) return whole;
        if (Segments.of(text).count() <= longest) return text;
        return beginning(text, "...\n" + wayToTheRest);
    }

    private static String beginning(String text, String ending) {
        var end = Math.min(text.length(), PLACES_IN_SHORT);
        while (end > 0) {
            end = previousWordEnd(text, end);
            var shortened = text.substring(0, end) + ending;
            if (Segments.of(shortened).count() <= SHORT) return shortened;
        }
        return ending.substring(ending.indexOf('\n') + 1);
    }

    // A word that is longer than a line is cut, though never within a character.
    private static int previousWordEnd(String text, int before) {
        var at = before - 1;
        while (at > 0 && !Character.isWhitespace(text.charAt(at))) at--;
        while (at > 0 && Character.isWhitespace(text.charAt(at - 1))) at--;
        return before - at < 80 ? at : text.offsetByCodePoints(before, -1);
    }
}
