package org.rightdoor.answers;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.rightdoor.routing.RoutingRules;
import org.rightdoor.understand.Classifier;
import org.rightdoor.understand.Reading;
import org.rightdoor.understand.Reading.Kind;

/** All that the district knows, as one consistent whole. */
public record Knowledge(RoutingRules rules, Classifier classifier, AnswerFinder answers, NeverAnswer neverAnswer) {

    /** A complaint that gets a ready answer feels brushed off; praise and ideas want none. */
    private static final Set<Kind> ASKS = EnumSet.of(Kind.QUESTION, Kind.CONCERN, Kind.REQUEST);

    /** A topic that is at least this likely forbids an answer even when another one is likelier. */
    private static final double LIKELY_ENOUGH_TO_FORBID = 0.2;

    /**
     * Reads {@code routing-rules/} and trains, or takes the model kept in {@code cache} when the texts are unchanged.
     *
     * @throws org.rightdoor.routing.FaultyRules naming every fault with file and line
     */
    public static Knowledge of(Path rulesDirectory, Path cache) {
        var read = RulesDirectory.read(rulesDirectory);
        var classifier = Classifier.of(read.rules().trainingTexts(), cache);
        return new Knowledge(
                read.rules(), classifier, new AnswerFinder(read.answers(), classifier::read), read.neverAnswer());
    }

    /** The same, with the answers tried out again: the classifier has learnt to read better meanwhile. */
    Knowledge withAnswersTriedOutAgain() {
        return new Knowledge(rules, classifier, new AnswerFinder(answers.all(), classifier::read), neverAnswer);
    }

    /** The answer that may be given at once: something is asked, not in distress, the finder is sure, and nothing forbids it. */
    public Optional<AnswerFinder.Match> answerAtOnce(String text, Reading reading, LocalDate today) {
        return ASKS.contains(reading.kind())
                        && !reading.tone().distress()
                        && forbids(text, reading).isEmpty()
                ? answers.sure(text, reading, today)
                : Optional.empty();
    }

    /** The id of what forbids an automatic answer: a word of the text, or a topic the reading holds likely. */
    public Optional<String> forbids(String text, Reading reading) {
        return neverAnswer.forbids(text, reading.topic()).or(() -> reading.topics().stream()
                .filter(guess -> guess.probability() >= LIKELY_ENOUGH_TO_FORBID)
                .flatMap(guess -> neverAnswer.forbids("", guess.topic()).stream())
                .findFirst());
    }
}
