package org.rightdoor.answers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.rightdoor.answers.AnswerFinder.Match;
import org.rightdoor.understand.Reading;

/**
 * When the best answer fits so well that it may be given without a person.
 *
 * @param least the score, 0 to 1, from which it may
 */
record Sureness(double least) {

    /** Of a hundred answers given, at most two may be wrong. */
    private static final double PRECISION = 0.98;

    /** However well a small set of answers does in the trial, this much must fit. */
    private static final double NEVER_BELOW = 0.6;

    /** What is asked where the trial shows no score to be safe: the question as it is written down. */
    private static final double WORD_FOR_WORD = 0.95;

    /** How far the second answer must be behind. */
    private static final double MARGIN = 0.1;

    /** One question asked in the trial, and whether the answer that came first was the right one. */
    private record Trial(double score, boolean right) {}

    /**
     * Tries the answers out on their own questions. Each phrasing is asked once as if it had not been written down, when its
     * answer should come first, and once as if its answer did not exist, when nothing should be given. The result is the
     * lowest score from which enough of what is given is right.
     */
    static Sureness learn(QuestionIndex index, Function<String, Reading> read) {
        var trials = new ArrayList<Trial>();
        for (var asked : index.phrasings()) {
            var reading = read.apply(asked.text());
            var withoutPhrasing = index.rank(asked.text(), reading, phrasing -> phrasing != asked);
            var withoutAnswer = index.rank(asked.text(), reading, phrasing -> phrasing.answer() != asked.answer());
            List.of(withoutPhrasing, withoutAnswer).stream()
                    .filter(ranked -> isClear(ranked, reading))
                    .map(ranked -> ranked.get(0))
                    .forEach(best -> trials.add(new Trial(best.score(), best.answer() == asked.answer())));
        }
        return new Sureness(Math.max(NEVER_BELOW, leastScore(trials)));
    }

    boolean of(List<Match> ranked, Reading reading) {
        return isClear(ranked, reading) && ranked.get(0).score() >= least;
    }

    /** The best answer is about what the message is about, and no other comes near. */
    private static boolean isClear(List<Match> ranked, Reading reading) {
        if (ranked.isEmpty() || !ranked.get(0).answer().topic().equals(reading.topic())) {
            return false;
        }
        var second = ranked.size() > 1 ? ranked.get(1).score() : 0;
        return ranked.get(0).score() - second >= MARGIN;
    }

    private static double leastScore(List<Trial> trials) {
        trials.sort(Comparator.comparingDouble(Trial::score).reversed());
        var least = WORD_FOR_WORD;
        var right = 0;
        for (var given = 1; given <= trials.size(); given++) {
            var trial = trials.get(given - 1);
            right += trial.right ? 1 : 0;
            if (right >= PRECISION * given) {
                least = trial.score;
            }
        }
        return least;
    }
}
