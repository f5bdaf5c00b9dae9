package org.rightdoor.desk.writing;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.rightdoor.routing.PlainWords;
import org.rightdoor.routing.PlainWords.Opening;

/**
 * What could be said better before an answer is sent; a hint and never a hindrance.
 *
 * @param grade how hard it is to read, in words; empty where that cannot be told
 * @param hints in words for staff, the most important first
 */
public record Advice(String grade, List<String> hints) {

    public static final Advice NONE = new Advice("", List.of());

    /** Where an opening can be looked for: the greeting and what comes right after it. */
    private static final int SENTENCES_OF_AN_OPENING = 4;

    private static final int MOST_JARGON = 4;

    /**
     * @param language the text's own, as a two-letter code
     * @param worried true when the family is worried or complains: then an opening is due in any case, else only before an
     *     instruction
     */
    public static Advice on(String text, String language, boolean worried, PlainWords plainWords) {
        if (text.isBlank()) return NONE;
        var hints = new ArrayList<String>();
        var sentences = sentences(text, language);
        var instructs = sentences.stream().anyMatch(sentence -> plainWords.instructs(sentence, language));
        if (instructs || worried) {
            var opening = sentences.stream().limit(SENTENCES_OF_AN_OPENING).collect(Collectors.joining(" "));
            var missing = plainWords.missingFrom(opening, language);
            if (!missing.isEmpty()) hints.add(opening(missing, instructs));
        }
        plainWords.unexplainedIn(text, language).stream()
                .limit(MOST_JARGON)
                .map(word -> "Families may not know “" + word.word() + "”: say “"
                        + word.plain().in(language) + "”.")
                .forEach(hints::add);
        var grade = ReadingGrade.of(text, language);
        grade.filter(ReadingGrade::hard)
                .ifPresent(hard -> hints.add("Shorter sentences and shorter words would make it easier to read."));
        return new Advice(grade.map(ReadingGrade::inWords).orElse(""), List.copyOf(hints));
    }

    private static String opening(List<Opening> missing, boolean instructs) {
        var whole = missing.size() == Opening.values().length;
        var begin =
                whole && instructs ? "This tells the family what to do and nothing else. Begin by " : "Before that, ";
        return (whole ? begin : "The opening could also ")
                + missing.stream()
                        .map(part -> inWords(part, whole && instructs))
                        .collect(Collectors.joining(missing.size() > 2 ? "; " : " and "))
                + ".";
    }

    private static String inWords(Opening part, boolean ing) {
        return switch (part) {
            case ACKNOWLEDGE -> (ing ? "thanking" : "thank") + " them for writing";
            case VALIDATE -> (ing ? "saying" : "say") + " that what they feel makes sense";
            case SAFETY -> (ing ? "saying" : "say") + " what you will do, or how to reach you";
        };
    }

    private static List<String> sentences(String text, String language) {
        var boundaries = BreakIterator.getSentenceInstance(Locale.forLanguageTag(language));
        var sentences = new ArrayList<String>();
        for (var line : text.lines().toList()) {
            boundaries.setText(line);
            boundaries.first();
            for (int from = 0, to = boundaries.next(); to != BreakIterator.DONE; from = to, to = boundaries.next()) {
                var sentence = line.substring(from, to).strip();
                if (!sentence.isEmpty()) sentences.add(sentence);
            }
        }
        return sentences;
    }
}
