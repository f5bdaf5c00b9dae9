package org.rightdoor.channel.email;

import java.util.List;

/**
 * A mail's text in two: what is new, and the signature and the earlier mails below it.
 *
 * @param rest empty when everything is new, or when the two cannot be told apart
 */
record QuotedHistory(String newPart, String rest) {

    /**
     * @param answer true when the mail answers another one; only then can it carry that one along. What somebody
     *     forwards, or quotes in a mail of its own, is what the mail is about.
     */
    static QuotedHistory split(String text, boolean answer) {
        var lines = text.lines().toList();
        var cut = cut(lines, answer);
        if (cut == 0) return below(lines, text);
        if (cut == lines.size() || answersInside(lines, cut)) return new QuotedHistory(text, "");
        return orWhole(join(lines, 0, cut), join(lines, cut, lines.size()), text);
    }

    /** The first line that is not new. */
    private static int cut(List<String> lines, boolean answer) {
        for (var i = 0; i < lines.size(); i++) {
            if (QuoteMarks.isForwardLine(lines.get(i))) return lines.size();
            if (QuoteMarks.isSignature(lines, i) || answer && QuoteMarks.isHistory(lines, i)) return i;
        }
        return lines.size();
    }

    /** Answers between the quoted lines make no sense without them. */
    private static boolean answersInside(List<String> lines, int cut) {
        var quoted = false;
        for (var i = cut; i < lines.size(); i++) {
            if (QuoteMarks.isQuote(lines.get(i))) quoted = true;
            else if (quoted && QuoteMarks.isSignature(lines, i)) return false;
            else if (quoted && !lines.get(i).isBlank()) return true;
        }
        return false;
    }

    /** The quote stands first and the answer below it. */
    private static QuotedHistory below(List<String> lines, String text) {
        var lastQuote = -1;
        for (var i = 0; i < lines.size(); i++) if (QuoteMarks.isQuote(lines.get(i))) lastQuote = i;
        var oneBlock = lines.stream()
                .limit(lastQuote + 1)
                .dropWhile(line -> !QuoteMarks.isQuote(line))
                .allMatch(line -> line.isBlank() || QuoteMarks.isQuote(line));
        if (lastQuote < 0 || !oneBlock) return new QuotedHistory(text, "");
        return orWhole(join(lines, lastQuote + 1, lines.size()), join(lines, 0, lastQuote + 1), text);
    }

    private static QuotedHistory orWhole(String newPart, String rest, String text) {
        return newPart.isBlank() ? new QuotedHistory(text, "") : new QuotedHistory(newPart, rest);
    }

    private static String join(List<String> lines, int from, int to) {
        return String.join("\n", lines.subList(from, to)).strip();
    }
}
