package org.rightdoor.inquiry;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** A text as all runs of three letters in it, by which two can be compared in any language, misspelt or not. */
record Letters(Set<String> threes) {

    static Letters of(String text) {
        var threes = new HashSet<String>();
        for (var word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
            if (word.isEmpty()) continue;
            var padded = "  " + word + " ";
            for (int i = 0; i + 3 <= padded.length(); i++) threes.add(padded.substring(i, i + 3));
        }
        return new Letters(threes);
    }

    /** 0 for nothing in common, 1 for the same (Sørensen 1948). */
    double likeness(Letters other) {
        if (threes.isEmpty() || other.threes.isEmpty()) return 0;
        var common = threes.stream().filter(other.threes::contains).count();
        return 2.0 * common / (threes.size() + other.threes.size());
    }
}
