package org.rightdoor.channel.sms;

/** What a family reads on its telephone. */
final class TextBody {

    /** In characters; Twilio refuses more than 1,600, and phones show such long ones as many pieces. */
    static final int LONGEST = 1_500;

    private TextBody() {}

    /** The text with its last line, or without where that is too long, or as much as fits and the way to the rest. */
    static String of(String text, String lastLine, String wayToTheRest) {
        var whole = lastLine.isEmpty() ? text : text + "\n" + lastLine;
        if (whole.length() <= LONGEST) return whole;
        if (text.length() <= LONGEST) return text;
        var ending = "...\n" + wayToTheRest;
        return cut(text, LONGEST - ending.length()) + ending;
    }

    private static String cut(String text, int most) {
        var space = lastSpace(text, most);
        if (space > most / 2) return text.substring(0, space).stripTrailing();
        return text.substring(0, Character.isLowSurrogate(text.charAt(most)) ? most - 1 : most);
    }

    private static int lastSpace(String text, int before) {
        var at = before;
        while (at > 0 && !Character.isWhitespace(text.charAt(at))) at--;
        return at;
    }
}
