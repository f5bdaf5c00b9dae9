package org.rightdoor.understand;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import opennlp.tools.tokenize.SimpleTokenizer;

/**
 * A message as the models see it.
 *
 * @param text in one Unicode form, without quoted mail, links, addresses, codes and long numbers made alike
 * @param words the words of the text as written, at most {@value #MOST_WORDS}
 * @param forms the same words in lower case and without accents, which is how many people type on a phone
 */
record CleanText(String text, String[] words, String[] forms) {

    private static final CleanText EMPTY = new CleanText("", new String[0], new String[0]);

    private static final int MOST_CHARACTERS = 10_000;
    private static final int MOST_WORDS = 400;
    private static final int LONGEST_WORD = 40;

    private static final Pattern UNREADABLE = Pattern.compile("[\\p{Cntrl}\\p{Co}\\p{Cn}\\p{Cs}\\x{FFFD}&&[^\\n]]+");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\x{FE00}-\\x{FE0F}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    private static final Pattern APOSTROPHE = Pattern.compile("['’`](?<=\\p{L}.)(?=\\p{L})");
    private static final Pattern LINK = Pattern.compile("(?i)\\b(?:https?://|www\\.)\\S+");
    private static final Pattern MAIL_ADDRESS = Pattern.compile("\\S{1,64}@[\\w.-]{1,255}\\.\\p{L}{2,}");
    private static final Pattern PHONE = Pattern.compile("\\+?(?:\\d[ ().-]{0,2}){9,14}\\d");
    /** Such as 9c94a53c-3a13-4c8b-9df6-3c9fa9caa49d: no word of anybody, however many it looks like. */
    private static final Pattern CODE = Pattern.compile("(?<![A-Za-z\\d-])(?=(?:[A-Za-z-]*+\\d){4})"
            + "(?=[A-Za-z\\d-]*?(?:[A-Za-z]\\d|\\d[A-Za-z]))[A-Za-z\\d-]{12,}+");

    /** Of a code, a telephone's or a long number. */
    private static final int FEWEST_DIGITS = 4;

    private static final Pattern LONG_NUMBER = Pattern.compile("\\d{5,}");
    /** Chinese is written without spaces: each sign stands as a word, and pairs of them as bigrams. */
    private static final Pattern SIGN = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]");

    static CleanText of(String raw) {
        var text = raw == null ? "" : raw.substring(0, Math.min(raw.length(), MOST_CHARACTERS));
        text = Normalizer.normalize(text, Normalizer.Form.NFKC);
        boolean plain = text.chars().allMatch(CleanText::isPlain);
        if (!plain) {
            text = UNREADABLE.matcher(text).replaceAll(" ");
            text = INVISIBLE.matcher(text).replaceAll("");
        }
        text = withoutQuotedMail(text);
        if (text.codePoints().noneMatch(Character::isLetter)) {
            return EMPTY;
        }
        text = madeAlike(text).strip();

        var spaced = APOSTROPHE.matcher(text).replaceAll("");
        if (!plain) spaced = SIGN.matcher(spaced).replaceAll(" $0 ");
        var words = Arrays.stream(SimpleTokenizer.INSTANCE.tokenize(spaced))
                .limit(MOST_WORDS)
                .map(word -> word.substring(0, Math.min(word.length(), LONGEST_WORD)))
                .filter(word -> !form(word).isEmpty())
                .toArray(String[]::new);
        var forms = Arrays.stream(words).map(CleanText::form).toArray(String[]::new);
        return new CleanText(text, words, forms);
    }

    private static boolean isPlain(int sign) {
        return sign >= ' ' && sign <= '~' || sign == '\n';
    }

    /** Nothing is looked for where there is no sign of it: that took a good part of the time. */
    private static String madeAlike(String given) {
        var text = given;
        if (text.indexOf('.') >= 0 || text.indexOf(':') >= 0)
            text = LINK.matcher(text).replaceAll(" weblink ");
        if (text.indexOf('@') >= 0) text = MAIL_ADDRESS.matcher(text).replaceAll(" mailaddress ");
        if (text.chars().filter(CleanText::isDigit).count() < FEWEST_DIGITS) return text;
        text = CODE.matcher(text).replaceAll(" longnumber ");
        text = PHONE.matcher(text).replaceAll(" phonenumber ");
        return LONG_NUMBER.matcher(text).replaceAll(" longnumber ");
    }

    private static boolean isDigit(int sign) {
        return sign >= '0' && sign <= '9';
    }

    /** True for a text without a single letter: emoji, numbers, signs, nothing at all. */
    boolean isEmpty() {
        return words.length == 0;
    }

    static String form(String word) {
        var lower = word.toLowerCase(Locale.ROOT);
        if (lower.chars().allMatch(sign -> sign < 128)) return lower;
        var parted = Normalizer.normalize(lower, Normalizer.Form.NFD);
        return MARKS.matcher(parted).replaceAll("").replace('đ', 'd');
    }

    /** A mail that is nothing but quotation is read all the same. */
    private static String withoutQuotedMail(String text) {
        if (!text.contains("\n>")) {
            return text;
        }
        var own = text.lines().filter(line -> !line.startsWith(">")).collect(Collectors.joining("\n"));
        return own.isBlank() ? text : own;
    }
}
