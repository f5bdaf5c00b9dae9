package org.rightdoor.desk.writing;

import java.text.BreakIterator;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How hard a text is to read, by formulas that were made for its language and for no other.
 *
 * <p>English: the grade of Kincaid et al. (1975), {@code 0.39 words/sentences + 11.8 syllables/words - 15.59}, years of
 * school. Spanish: the ease of Szigriszt-Pazos (1993), {@code 206.835 - 62.3 syllables/words - words/sentences}, in the
 * five steps of INFLESZ (Barrio-Cantalejo et al. 2008).
 *
 * @param value years of school for English, ease from 0 to 100 for Spanish
 * @param hard true above grade 8, which is what most public offices allow themselves, and below an ease of 55
 */
public record ReadingGrade(double value, String inWords, boolean hard) {

    /** The formulas say nothing about a line or two. */
    static final int FEWEST_WORDS = 8;

    private static final double HARDEST_GRADE = 8;

    /** Empty for other languages and for texts of fewer words than the formulas can judge. */
    public static Optional<ReadingGrade> of(String text, String language) {
        if (!language.equals("en") && !language.equals("es")) return Optional.empty();
        var words = words(text);
        if (words.size() < FEWEST_WORDS) return Optional.empty();
        var locale = Locale.forLanguageTag(language);
        var perSentence = (double) words.size() / sentences(text, locale);
        var syllables = words.stream()
                .mapToInt(word -> language.equals("en") ? Syllables.english(word) : Syllables.spanish(word))
                .sum();
        var perWord = (double) syllables / words.size();
        return Optional.of(language.equals("en") ? grade(perSentence, perWord) : ease(perSentence, perWord));
    }

    private static ReadingGrade grade(double wordsPerSentence, double syllablesPerWord) {
        var grade = Math.max(0, 0.39 * wordsPerSentence + 11.8 * syllablesPerWord - 15.59);
        var shown = Math.max(1, Math.round(grade));
        return new ReadingGrade(grade, "Reads at grade " + shown, grade > HARDEST_GRADE);
    }

    private static ReadingGrade ease(double wordsPerSentence, double syllablesPerWord) {
        var ease = Math.max(0, Math.min(100, 206.835 - 62.3 * syllablesPerWord - wordsPerSentence));
        var step = ease > 80
                ? "very easy to read"
                : ease > 65
                        ? "fairly easy to read"
                        : ease > 55 ? "normal to read" : ease > 40 ? "somewhat hard to read" : "very hard to read";
        return new ReadingGrade(ease, "In Spanish " + step, ease <= 55);
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("[^\\p{L}\\p{M}'’]+"))
                .filter(word -> word.codePoints().anyMatch(Character::isLetter))
                .toList();
    }

    private static int sentences(String text, Locale locale) {
        var boundaries = BreakIterator.getSentenceInstance(locale);
        // A line that stands alone, as in a list, is read as a sentence.
        var count = 0;
        for (var line : text.lines().filter(line -> !line.isBlank()).toList()) {
            boundaries.setText(line);
            boundaries.first();
            for (int from = 0, to = boundaries.next(); to != BreakIterator.DONE; from = to, to = boundaries.next()) {
                if (line.substring(from, to).codePoints().anyMatch(Character::isLetter)) count++;
            }
        }
        return Math.max(1, count);
    }
}
