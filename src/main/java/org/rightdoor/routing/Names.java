package org.rightdoor.routing;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The names that may stand for one noun, such as the keys of all topics.
 *
 * @param complete false when the file that lists them could not be read: then no name is called unknown, because one
 *     broken file must not make a hundred sound ones look broken
 */
public record Names(String noun, Set<String> known, boolean complete) {

    private static final Names LANGUAGES = new Names("language (ISO 639-1)", Set.of(Locale.getISOLanguages()), true);

    public static Names of(String noun, Collection<String> known) {
        return new Names(noun, Set.copyOf(known), true);
    }

    public static Names of(String noun, String... known) {
        return of(noun, List.of(known));
    }

    /** The names of an enumeration as people write them, in lower case. */
    static Names of(String noun, Enum<?>[] constants) {
        return of(
                noun,
                Arrays.stream(constants)
                        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                        .toList());
    }

    /** These names and one more. */
    Names and(String another) {
        var all = new HashSet<>(known);
        all.add(another);
        return new Names(noun, all, complete);
    }

    /** Every two-letter language code. */
    public static Names languages() {
        return LANGUAGES;
    }

    /** What is wrong with this name, and the known one that was probably meant; empty when it is known. */
    public Optional<String> complaint(String name) {
        return !complete || known.contains(name)
                ? Optional.empty()
                : Optional.of("unknown " + noun + " " + name
                        + nearest(name)
                                .map(near -> "; did you mean " + near + "?")
                                .orElse(""));
    }

    private Optional<String> nearest(String name) {
        var farthest = Math.max(1, (name.length() + 1) / 3);
        return known.stream()
                .filter(candidate -> effort(name, candidate) <= farthest)
                .min(Comparator.<String>comparingInt(candidate -> effort(name, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** A name that was cut short is one slip, however much is missing. */
    private static int effort(String name, String candidate) {
        return candidate.startsWith(name) ? 1 : distance(name, candidate);
    }

    /** Levenshtein's: how many letters must be put in, taken out or changed. */
    private static int distance(String a, String b) {
        var costs = new int[b.length() + 1];
        Arrays.setAll(costs, j -> j);
        for (var i = 1; i <= a.length(); i++) {
            var diagonal = costs[0];
            costs[0] = i;
            for (var j = 1; j <= b.length(); j++) {
                var changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = costs[j];
                costs[j] = Math.min(changed, 1 + Math.min(costs[j], costs[j - 1]));
            }
        }
        return costs[b.length()];
    }
}
