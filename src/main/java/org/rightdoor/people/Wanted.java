package org.rightdoor.people;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whom somebody is looking for, as patterns for SQL's {@code like}; what was not typed matches nothing.
 *
 * @param address a part of a telephone number or an e-mail address
 * @param names parts of a name, each of which must be found, between spaces
 * @param number of a case, or -1
 */
public record Wanted(String address, String names, long number) {

    private static final int LEAST_LETTERS = 3;
    private static final int LEAST_DIGITS = 4;
    private static final String NOTHING = "";
    private static final Pattern TELEPHONE = Pattern.compile("[+(]?[\\d ().-]{4,20}");
    private static final Pattern CASE = Pattern.compile("#?\\s*(\\d{4,9})");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    public static Wanted of(String typed) {
        var plain = plain(typed == null ? "" : typed.replace("\0", "").strip());
        var number = CASE.matcher(plain);
        return new Wanted(address(plain), names(plain), number.matches() ? Long.parseLong(number.group(1)) : -1);
    }

    public boolean isTooLittle() {
        return address.equals(NOTHING) && names.equals(NOTHING) && number < 0;
    }

    private static String address(String plain) {
        if (TELEPHONE.matcher(plain).matches()) {
            // The country's 1 in front is not on record where it was not typed, nor the other way round.
            var digits = plain.replaceAll("\\D", "").replaceFirst("^1(?=\\d{10}$)", "");
            return digits.length() < LEAST_DIGITS ? NOTHING : "%" + digits + "%";
        }
        return plain.matches("[^\\s,]{" + LEAST_LETTERS + ",}") ? "%" + literal(plain) + "%" : NOTHING;
    }

    private static String names(String plain) {
        if (plain.length() < LEAST_LETTERS || plain.contains("@") || plain.matches(".*\\d.*")) return NOTHING;
        return Arrays.stream(plain.split("[\\s,]+"))
                .filter(part -> !part.isEmpty())
                .map(part -> "%" + literal(part) + "%")
                .collect(Collectors.joining(" "));
    }

    private static String plain(String typed) {
        return MARKS.matcher(Normalizer.normalize(typed, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    private static String literal(String text) {
        return text.replaceAll("([\\\\%_])", "\\\\$1");
    }
}
