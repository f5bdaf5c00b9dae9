package org.rightdoor.inquiry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What somebody typed to find a case: words that all must be there, "phrases", and -words that must not. The last word may
 * go on, because people search while they type.
 *
 * @param number of a case, or -1
 * @param lastDigits of a telephone number, backwards, as a pattern for {@code like}; empty where none was typed
 * @param email an address, or empty
 */
public record SearchWords(List<Term> terms, long number, String lastDigits, String email) {

    /** Nobody means more, and each costs the database something. */
    private static final int MOST = 12;

    private static final int LONGEST = 200;
    private static final int SHORTEST_BEGINNING = 4;
    private static final Pattern TERM = Pattern.compile("(-?)(?:\"([^\"]*)\"?|(\\S+))");
    private static final Pattern CASE = Pattern.compile("#?(\\d{1,15})");
    private static final Pattern TELEPHONE = Pattern.compile("[+(]?[\\d ().-]{7,20}");
    private static final Pattern EMAIL = Pattern.compile("\\S+@\\S+");

    /**
     * @param beginning true where the word may go on
     */
    public record Term(String text, boolean unwanted, boolean beginning) {}

    public static SearchWords of(String typed) {
        var line = typed.replace("\0", "").strip();
        if (line.length() > LONGEST) line = line.substring(0, LONGEST);
        var number = CASE.matcher(line);
        var digits = line.replaceAll("\\D", "").replaceFirst("^1(?=\\d{10}$)", "");
        var isTelephone = TELEPHONE.matcher(line).matches() && digits.length() >= 7;
        return new SearchWords(
                terms(line),
                number.matches() ? Long.parseLong(number.group(1)) : -1,
                isTelephone ? new StringBuilder(digits).reverse() + "%" : "",
                EMAIL.matcher(line).matches() ? line.toLowerCase(Locale.ROOT) : "");
    }

    boolean isEmpty() {
        return terms.stream().allMatch(Term::unwanted);
    }

    boolean isOnlyWords() {
        return number < 0 && lastDigits.isEmpty() && email.isEmpty();
    }

    /** Adds a {@code tsquery}. */
    Sql add(Sql sql) {
        sql.add("(");
        IntStream.range(0, terms.size()).forEach(i -> {
            var term = terms.get(i);
            sql.add((i == 0 ? "" : " && ") + (term.unwanted() ? "!!" : "") + "words_wanted(:term" + i + ", "
                            + term.beginning() + ")")
                    .with("term" + i, term.text());
        });
        return sql.add(")");
    }

    private static List<Term> terms(String line) {
        var terms = new ArrayList<Term>();
        var found = TERM.matcher(line);
        while (found.find() && terms.size() < MOST) {
            var phrase = found.group(2) != null;
            var text = phrase ? found.group(2) : found.group(3);
            if (text.codePoints().noneMatch(Character::isLetterOrDigit)) continue;
            var goesOn = !phrase && found.end() == line.length() && text.length() >= SHORTEST_BEGINNING;
            terms.add(new Term(text, !found.group(1).isEmpty(), goesOn));
        }
        return terms;
    }
}
