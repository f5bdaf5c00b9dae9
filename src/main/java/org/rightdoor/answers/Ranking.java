package org.rightdoor.answers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rightdoor.answers.AnswerFinder.Match;
import org.rightdoor.understand.Reading;
import org.rightdoor.understand.Reading.Guess;

/** The answers of one language by how well they fit a message, and how sure that makes the first. */
final class Ranking {

    /** A reading that is less sure to be about any of the topics is for a person. */
    private static final double BELONGS = 0.5;

    private final QuestionIndex index;
    private final List<Answer> answers;
    private final Rehearsed rehearsed;

    /** @param rehearsed what {@link #rehearse} made of the same index */
    Ranking(QuestionIndex index, Rehearsed rehearsed) {
        this.index = index;
        this.answers = index.answers();
        this.rehearsed = rehearsed;
    }

    /** Tries the answers out with every mix and takes the one under which most may be given; the index is not empty. */
    static Rehearsed rehearse(QuestionIndex index) {
        return Mix.all(index.knowsMeaning()).parallelStream()
                .flatMap(mix -> rehearse(index, mix))
                .reduce((a, b) -> a.promise() >= b.promise() ? a : b)
                .orElseThrow();
    }

    private static Stream<Rehearsed> rehearse(QuestionIndex index, Mix mix) {
        var phrasings = index.phrasings();
        var answers = index.answers();
        var answerOf = phrasings.stream()
                .mapToInt(phrasing -> answers.indexOf(phrasing.answer()))
                .toArray();
        var likeness = phrasings.stream()
                .map(phrasing -> index.likeness(phrasing.text(), phrasing.reading(), mix))
                .toArray(double[][]::new);
        var ridge = new Ridge(likeness, answerOf, answers.size());
        return mix.withTopics()
                .map(each -> new Rehearsed(each, ridge.weights(), sureness(phrasings, answers, answerOf, ridge, each)));
    }

    private static Sureness sureness(
            List<Phrasing> phrasings, List<Answer> answers, int[] answerOf, Ridge ridge, Mix mix) {
        var trials = new ArrayList<Sureness.Trial>();
        for (var answer = 0; answer < answers.size(); answer++) {
            var right = answer;
            var own = IntStream.range(0, answerOf.length)
                    .filter(phrasing -> answerOf[phrasing] == right)
                    .toArray();
            var withoutAnswer = ridge.without(own);
            for (var i = 0; i < own.length; i++) {
                var reading = phrasings.get(own[i]).reading();
                withoutAnswer[i][right] = Double.NEGATIVE_INFINITY;
                // An answer cannot be found by its only phrasing when that is taken away: nothing is learnt from it.
                var asked = own.length == 1
                        ? Stream.of(withoutAnswer[i])
                        : Stream.of(ridge.without(own[i]), withoutAnswer[i]);
                for (var scores : asked.toList()) {
                    var ranked = ranked(answers, scores, reading, mix);
                    if (isAbout(ranked, reading)) {
                        var isRight = ranked.get(0).answer() == answers.get(right);
                        trials.add(new Sureness.Trial(answers.get(right), decisiveness(ranked), isRight));
                    }
                }
            }
        }
        return new Sureness(trials);
    }

    /** The answers by how well they fit, best first. */
    List<Match> rank(String text, Reading reading) {
        var likeness = index.likeness(text, reading, rehearsed.mix());
        var scores = new double[answers.size()];
        for (var phrasing = 0; phrasing < likeness.length; phrasing++) {
            var like = likeness[phrasing];
            var weights = rehearsed.weights()[phrasing];
            for (var answer = 0; answer < scores.length; answer++) scores[answer] += like * weights[answer];
        }
        return ranked(answers, scores, reading, rehearsed.mix());
    }

    /** True when the first of the ranked answers is right in that share of cases at least. */
    boolean isSure(List<Match> ranked, Reading reading, double precision) {
        var readInFull = reading.embedding() != null || !index.knowsMeaning();
        return readInFull
                && isAbout(ranked, reading)
                && decisiveness(ranked) >= rehearsed.sureness().least(precision);
    }

    Rehearsed rehearsed() {
        return rehearsed;
    }

    private static List<Match> ranked(List<Answer> answers, double[] scores, Reading reading, Mix mix) {
        var likely = reading.topics().stream().collect(Collectors.toMap(Guess::topic, Guess::probability, Math::max));
        return IntStream.range(0, scores.length)
                .filter(answer -> scores[answer] > Double.NEGATIVE_INFINITY)
                .mapToObj(answer -> new Match(
                        answers.get(answer),
                        scores[answer]
                                + mix.topic()
                                        * likely.getOrDefault(
                                                answers.get(answer).topic(), 0.0)))
                .sorted(Comparator.comparingDouble(Match::score).reversed())
                .toList();
    }

    /** The first answer is about what the message is about; where no topics were read, that cannot be asked. */
    private static boolean isAbout(List<Match> ranked, Reading reading) {
        return reading.belonging() >= BELONGS
                && !ranked.isEmpty()
                && (reading.topics().isEmpty() || ranked.get(0).answer().topic().equals(reading.topic()));
    }

    /** High when the first answer fits well, and no other nearly so. */
    private static double decisiveness(List<Match> ranked) {
        var first = ranked.get(0).score();
        var second = ranked.size() > 1 ? ranked.get(1).score() : 0;
        return first + (first - second);
    }
}
