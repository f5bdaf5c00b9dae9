package org.rightdoor.answers;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.rightdoor.calendar.PromiseRules;
import org.rightdoor.calendar.SchoolCalendar;
import org.rightdoor.routing.RoutingRules;
import org.rightdoor.understand.Classifier;
import org.rightdoor.understand.Reading;
import org.rightdoor.understand.Reading.Kind;
import org.rightdoor.understand.TrainingText;

/**
 * All that the district knows, as one consistent whole.
 *
 * @param calendar as it is written down; days declared at the desk are in {@link org.rightdoor.calendar.CurrentCalendar}
 */
public record Knowledge(
        RoutingRules rules,
        SchoolCalendar calendar,
        PromiseRules promises,
        Classifier classifier,
        AnswerFinder answers,
        NeverAnswer neverAnswer,
        SafetyNet safety) {

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
        return of(rulesDirectory, List.of(), cache);
    }

    /**
     * The same, learnt as a whole before it returns, which takes a minute or two on all processors, and kept in
     * {@code cache}.
     */
    public static Knowledge learned(Path rulesDirectory, Path cache) {
        var read = RulesDirectory.read(rulesDirectory);
        var safety = CompletableFuture.supplyAsync(() -> SafetyNet.whole(read, cache));
        var classifier = Classifier.wholeOnAllProcessors(read.rules().trainingTexts(), cache);
        return new Knowledge(
                read.rules(),
                read.calendar(),
                read.promises(),
                classifier,
                triedOut(read.answers(), classifier, cache),
                read.neverAnswer(),
                safety.join());
    }

    static Knowledge of(Path rulesDirectory, List<TrainingText> learned, Path cache) {
        return of(RulesDirectory.read(rulesDirectory), List.of(), learned, cache);
    }

    /** The same, with the answers that staff have written over those of the files, and what they have taught. */
    static Knowledge of(RulesDirectory read, List<WrittenAnswer> written, List<TrainingText> learned, Path cache) {
        var classifier = Classifier.of(texts(read.rules(), learned), cache);
        return new Knowledge(
                read.rules(),
                read.calendar(),
                read.promises(),
                classifier,
                triedOut(WrittenAnswers.over(read.answers(), written, read.rules()), classifier, cache),
                read.neverAnswer(),
                SafetyNet.of(read, cache));
    }

    /** The same, with the answers tried out again: the classifier has learnt to read better meanwhile. */
    Knowledge withAnswersTriedOutAgain(Path cache) {
        return withAnswers(answers.all(), cache);
    }

    /** The same with what these answers say now, at once; what is new among them is found when it was tried out. */
    Knowledge saying(List<Answer> others) {
        return new Knowledge(rules, calendar, promises, classifier, answers.saying(others), neverAnswer, safety);
    }

    /** The same with other answers, tried out. */
    Knowledge withAnswers(List<Answer> others, Path cache) {
        return new Knowledge(
                rules, calendar, promises, classifier, triedOut(others, classifier, cache), neverAnswer, safety);
    }

    private static AnswerFinder triedOut(List<Answer> answers, Classifier classifier, Path cache) {
        var questions = answers.stream()
                .flatMap(answer -> answer.questions().values().stream().flatMap(List::stream))
                .toList();
        var embeddings = classifier
                .embedder()
                .map(embedder -> embedder.of(questions, cache.resolve("answers.bin")))
                .orElse(Map.of());
        var kept = KeptRehearsals.of(answers, classifier, cache);
        return kept.read()
                .map(rehearsed -> AnswerFinder.triedOut(answers, rehearsed, embeddings))
                .orElseGet(() -> {
                    var finder = AnswerFinder.tryingOut(answers, text -> classifier.read(text, embeddings.get(text)));
                    kept.write(finder.rehearsed());
                    return finder;
                });
    }

    /** The rules' own texts and the learned ones, but for those whose topic is in the rules no more. */
    List<TrainingText> textsWith(List<TrainingText> learned) {
        return texts(rules, learned);
    }

    /** The same, read by another classifier; one text among thousands does not change when an answer is sure. */
    Knowledge readBy(Classifier other) {
        return new Knowledge(rules, calendar, promises, other, answers, neverAnswer, safety);
    }

    private static List<TrainingText> texts(RoutingRules rules, List<TrainingText> learned) {
        var current = learned.stream().filter(text -> rules.topics().containsKey(text.topic()));
        return Stream.concat(rules.trainingTexts().stream(), current).toList();
    }

    /**
     * The answer that fits surely enough to be given at once: something is asked, not in distress, the finder is sure, and
     * nothing forbids it.
     */
    public Optional<AnswerFinder.Match> answerAtOnce(String text, Reading reading, Asker asker, LocalDate today) {
        return answerAtOnce(text, reading, safety.check(text, reading), asker, today);
    }

    /** As {@link #answerAtOnce(String, Reading, Asker, LocalDate)}, where it is known what in the text calls a person. */
    public Optional<AnswerFinder.Match> answerAtOnce(
            String text, Reading reading, List<Signal> signals, Asker asker, LocalDate today) {
        return ASKS.contains(reading.kind())
                        && !reading.tone().distress()
                        && forbids(text, reading, signals).isEmpty()
                ? answers.sure(text, reading, asker, today)
                : Optional.empty();
    }

    /**
     * The id of what forbids an automatic answer: a word of the text, a topic the reading holds likely, or the category of
     * what calls a person at once.
     */
    public Optional<String> forbids(String text, Reading reading) {
        return forbids(text, reading, safety.check(text, reading));
    }

    /** As {@link #forbids(String, Reading)}, where it is known what in the text calls a person: to find that takes longest. */
    public Optional<String> forbids(String text, Reading reading, List<Signal> signals) {
        return neverAnswer
                .forbids(text, reading.topic())
                .or(() -> reading.topics().stream()
                        .filter(guess -> guess.probability() >= LIKELY_ENOUGH_TO_FORBID)
                        .flatMap(guess -> neverAnswer.forbids("", guess.topic()).stream())
                        .findFirst())
                .or(() -> signals.stream().map(Signal::category).findFirst());
    }
}
