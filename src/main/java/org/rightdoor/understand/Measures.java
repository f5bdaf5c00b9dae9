package org.rightdoor.understand;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** What trials say about a classifier. All shares are from 0 to 1; none of them is asked of an empty list. */
record Measures(List<Trial> trials) {

    private static final int BINS = 15;

    double accuracy() {
        return share(Trial::right);
    }

    double topThree() {
        return share(trial -> trial.rightAmongFirst(3));
    }

    /** Mean over all labels, said or guessed, of the harmonic mean of precision and recall. */
    double macroF1() {
        var said = new HashMap<String, Integer>();
        var guessed = new HashMap<String, Integer>();
        var right = new HashMap<String, Integer>();
        for (var trial : trials) {
            said.merge(trial.label(), 1, Integer::sum);
            guessed.merge(trial.best(), 1, Integer::sum);
            if (trial.right()) {
                right.merge(trial.label(), 1, Integer::sum);
            }
        }
        Set<String> labels = new HashSet<>(said.keySet());
        labels.addAll(guessed.keySet());
        labels.remove(Trial.NOTHING);
        return labels.stream()
                .mapToDouble(label -> 2.0
                        * right.getOrDefault(label, 0)
                        / (said.getOrDefault(label, 0) + guessed.getOrDefault(label, 0)))
                .sorted()
                .average()
                .orElse(0);
    }

    /** Expected calibration error in 15 bins of equal width (Naeini et al., AAAI 2015). */
    double calibrationError() {
        var confidence = new double[BINS];
        var right = new double[BINS];
        for (var trial : trials) {
            int bin = Math.min(BINS - 1, (int) (trial.confidence() * BINS));
            confidence[bin] += trial.confidence();
            right[bin] += trial.right() ? 1 : 0;
        }
        return IntStream.range(0, BINS)
                        .mapToDouble(bin -> Math.abs(confidence[bin] - right[bin]))
                        .sum()
                / trials.size();
    }

    /** The largest share of texts above one confidence of which at least {@code precision} are right. */
    double coverageAt(double precision) {
        var surestFirst = trials.stream()
                .sorted(Comparator.comparingDouble(Trial::confidence).reversed())
                .toList();
        int right = 0;
        int covered = 0;
        for (int i = 0; i < surestFirst.size(); i++) {
            right += surestFirst.get(i).right() ? 1 : 0;
            boolean lastOfItsConfidence = i + 1 == surestFirst.size()
                    || surestFirst.get(i + 1).confidence() < surestFirst.get(i).confidence();
            if (lastOfItsConfidence && right >= precision * (i + 1)) {
                covered = i + 1;
            }
        }
        return (double) covered / trials.size();
    }

    /** How likely a text of these is held to belong more surely than one of the others; ties count half. */
    double auroc(Measures outOfScope) {
        var others = outOfScope.trials.stream()
                .mapToDouble(Trial::belonging)
                .sorted()
                .toArray();
        double wins = 0;
        for (var trial : trials) {
            wins += countBelow(others, trial.belonging(), false) + countBelow(others, trial.belonging(), true);
        }
        return wins / 2 / trials.size() / others.length;
    }

    double accuracyAt(double threshold) {
        return share(trial -> trial.right() && trial.belonging() >= threshold);
    }

    double shareBelow(double threshold) {
        return share(trial -> trial.belonging() < threshold);
    }

    /** Milliseconds that this share of the readings took at most. */
    double millis(double share) {
        var sorted = trials.stream().mapToLong(Trial::nanos).sorted().toArray();
        return sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))] / 1e6;
    }

    private double share(Predicate<Trial> condition) {
        return (double) trials.stream().filter(condition).count() / trials.size();
    }

    /** How many of the sorted values are below the limit, or at most at it. */
    private static int countBelow(double[] sorted, double limit, boolean orEqual) {
        int at = Arrays.binarySearch(sorted, limit);
        if (at < 0) {
            return -at - 1;
        }
        int step = orEqual ? 1 : -1;
        while (at >= 0 && at < sorted.length && sorted[at] == limit) {
            at += step;
        }
        return orEqual ? at : at + 1;
    }
}
