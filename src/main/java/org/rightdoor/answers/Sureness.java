package org.rightdoor.answers;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * What the answers' own questions say about when the best answer may be given without a person. Each phrasing was asked
 * once as if it had not been written down, when its answer should come first, and once as if its answer did not exist,
 * when nothing should be given.
 */
final class Sureness {

    /** One question asked, how decisively the first answer came first, and whether it was the right one. */
    record Trial(Answer asked, double decisiveness, boolean right) {}

    private final double[] right;
    private final WrongTail wrong;

    Sureness(List<Trial> trials) {
        right = trials.stream()
                .filter(Trial::right)
                .mapToDouble(trial -> -trial.decisiveness)
                .sorted()
                .map(negative -> -negative)
                .toArray();
        wrong = WrongTail.of(trials);
    }

    private Sureness(double[] right, WrongTail wrong) {
        this.right = right;
        this.wrong = wrong;
    }

    void writeTo(DataOutputStream out) throws IOException {
        Rehearsed.write(right, out);
        wrong.writeTo(out);
    }

    static Sureness from(DataInputStream in) throws IOException {
        return new Sureness(Rehearsed.read(in), WrongTail.from(in));
    }

    /**
     * The decisiveness from which at least this share of what is given is right. Where that is beyond all trials, it is what
     * only a question asked nearly word for word can reach; infinite where there were too few trials to say.
     */
    double least(double precision) {
        var least = wrong.beyond((1 - precision) / precision);
        for (var given = 1; given <= right.length; given++) {
            if (given >= precision * (given + wrong.expected(right[given - 1]))) {
                least = right[given - 1];
            }
        }
        return least;
    }

    /** Share of all right trials that would be given at that precision; 0 where there are none. */
    double coverage(double precision) {
        var least = least(precision);
        return Arrays.stream(right)
                        .filter(decisiveness -> decisiveness >= least)
                        .count()
                / Math.max(1.0, right.length);
    }
}
