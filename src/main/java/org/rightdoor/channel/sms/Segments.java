package org.rightdoor.channel.sms;

/**
 * How many messages a text is to the carriers, who charge for each: 160 places in {@link Gsm7}, or 70 in UCS-2 once a
 * single character is not in that alphabet; a longer text is sent in parts of 153 or 67, because each part says which one
 * it is (3GPP TS 23.040 section 9.2.3.24.1). The desk's {@code segments.js} counts in the same way.
 *
 * @param count at least 1
 * @param places that the text takes, in units of its alphabet
 */
public record Segments(int count, int places, boolean gsm7) {

    /** Counts the text as it will leave, see {@link PlainCharacters}. */
    public static Segments of(String text) {
        var gsm7 = Gsm7.holds(text);
        var places = text.codePoints().map(c -> places(c, gsm7)).sum();
        var alone = gsm7 ? 160 : 70;
        return new Segments(places <= alone ? 1 : parts(text, gsm7), places, gsm7);
    }

    // A character of two places is never torn apart: where one place is left, the next part begins with it.
    private static int parts(String text, boolean gsm7) {
        var size = gsm7 ? 153 : 67;
        var parts = 1;
        var used = 0;
        for (var character : text.codePoints().toArray()) {
            var places = places(character, gsm7);
            if (used + places > size) {
                parts++;
                used = 0;
            }
            used += places;
        }
        return parts;
    }

    private static int places(int character, boolean gsm7) {
        return gsm7 ? Gsm7.places(character) : Character.charCount(character);
    }
}
