package org.rightdoor.understand;

import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Chooses the belonging below which a text counts as "none of these". */
final class Threshold {

    /** What turning away may cost: this share of right answers. */
    private static final double MAY_COST = 0.007;

    private static final double STRANGE = 0.1;

    private Threshold() {}

    /**
     * The threshold with the most right decisions over both lists, answered right or rightly turned away, where one
     * message in ten is about something else, however long the lists are.
     */
    static double best(Measures inScope, Measures outOfScope) {
        double highest = best(inScope);
        return candidates(inScope, outOfScope)
                .filter(threshold -> threshold <= highest)
                .boxed()
                .max(Comparator.comparingDouble(threshold ->
                        (1 - STRANGE) * inScope.accuracyAt(threshold) + STRANGE * outOfScope.shareBelow(threshold)))
                .orElse(0.0);
    }

    /** The highest threshold that costs few right answers. */
    static double best(Measures inScope) {
        double least = inScope.accuracy() * (1 - MAY_COST);
        return candidates(inScope)
                .filter(threshold -> inScope.accuracyAt(threshold) >= least)
                .max()
                .orElse(0);
    }

    private static DoubleStream candidates(Measures... lists) {
        return DoubleStream.concat(
                DoubleStream.of(0),
                Stream.of(lists)
                        .map(Measures::trials)
                        .flatMap(List::stream)
                        .mapToDouble(Trial::belonging)
                        .distinct()
                        .sorted());
    }
}
