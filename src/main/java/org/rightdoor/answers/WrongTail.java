package org.rightdoor.answers;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.rightdoor.answers.Sureness.Trial;

/**
 * How rare wrong answers become the more decisively they come first. Beyond the last wrong trial they are expected to go on
 * becoming rarer as they did (peaks over threshold: Pickands, 1975).
 *
 * @param most decisiveness of the most decisive wrong trial; minus infinity where there was none
 * @param start where the tail starts; NaN where there are too few wrong trials to have one
 * @param scale by how much more decisiveness wrong ones become rarer by a factor of e
 * @param count wrong trials in the tail
 */
record WrongTail(double most, double start, double scale, int count) {

    /** Share of the wrong trials, the most decisive ones, that make the tail. */
    private static final double SHARE = 0.1;

    private static final int SHORTEST = 8;

    /**
     * How many times more wrong ones are expected for a right one than the trials show. Families ask less like the phrasings
     * than these are like each other, and ask about few matters again and again; with four, what was promised was kept on
     * most public sets of questions that had no part in the trials, and with more hardly any question got an answer.
     */
    private static final double CAUTION = 4;

    /** What may have been missed where next to nothing was seen: the "rule of three" for a confidence of 95 %. */
    private static final double UNSEEN = 3;

    static WrongTail of(List<Trial> trials) {
        var wrong = trials.stream()
                .filter(trial -> !trial.right())
                .sorted(Comparator.comparingDouble(Trial::decisiveness).reversed())
                .toList();
        var most = wrong.isEmpty() ? Double.NEGATIVE_INFINITY : wrong.get(0).decisiveness();
        if (wrong.size() <= SHORTEST) {
            return new WrongTail(most, Double.NaN, Double.NaN, 0);
        }
        var tail = wrong.subList(0, Math.max(SHORTEST, (int) Math.round(SHARE * wrong.size())));
        var start = wrong.get(tail.size()).decisiveness();
        var excess = tail.stream()
                .mapToDouble(trial -> trial.decisiveness() - start)
                .average()
                .orElseThrow();
        // Wrong ones come in clusters: only different matters tell something new, and few of them tell little.
        var matters = tail.stream().map(Trial::asked).distinct().count();
        return new WrongTail(most, start, excess * (1 + 1.0 / matters), tail.size());
    }

    void writeTo(DataOutputStream out) throws IOException {
        out.writeDouble(most);
        out.writeDouble(start);
        out.writeDouble(scale);
        out.writeInt(count);
    }

    static WrongTail from(DataInputStream in) throws IOException {
        return new WrongTail(in.readDouble(), in.readDouble(), in.readDouble(), in.readInt());
    }

    /** How many wrong ones to expect among those at least that decisive, for as many questions as were tried. */
    double expected(double decisiveness) {
        if (Double.isNaN(start)) {
            return decisiveness <= most ? Double.POSITIVE_INFINITY : UNSEEN;
        }
        return decisiveness <= start
                ? Double.POSITIVE_INFINITY
                : CAUTION * count * Math.exp(-(decisiveness - start) / scale);
    }

    /** From where no more than that many are expected; infinite where that cannot be told. */
    double beyond(double wrongOnes) {
        return Double.isNaN(start) ? Double.POSITIVE_INFINITY : start + scale * Math.log(CAUTION * count / wrongOnes);
    }
}
