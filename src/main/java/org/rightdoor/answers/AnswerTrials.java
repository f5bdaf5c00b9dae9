package org.rightdoor.answers;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rightdoor.routing.LocalText;
import org.rightdoor.understand.AnswerMeasure;
import org.rightdoor.understand.Embedder;
import org.rightdoor.understand.Embedding;
import org.rightdoor.understand.LabelledText;
import org.rightdoor.understand.Reading;
import org.rightdoor.understand.Reading.Kind;
import org.rightdoor.understand.Tone;

/** Tries the finder out on questions that it has not seen, with neither topics nor a never-answer list around it. */
public final class AnswerTrials implements AnswerMeasure {

    private static final String NO_ANSWER = "-";

    /** The files do not say in which language they are; to the finder it is one like any other. */
    private static final String LANGUAGE = Reading.UNKNOWN_LANGUAGE;

    private static final double[] PRECISIONS = {0.95, 0.98};

    /** What was given to one question: the id of an answer, or null. */
    private record Outcome(String right, String given) {

        boolean isGiven() {
            return given != null;
        }

        boolean hasAnswer() {
            return !right.equals(NO_ANSWER);
        }
    }

    @Override
    public Map<String, Double> of(List<LabelledText> phrasings, List<LabelledText> test, boolean words) {
        var embedder = words ? Optional.<Embedder>empty() : Embedder.shared();
        var finder = AnswerFinder.tryingOut(
                answers(phrasings),
                text -> reading(embedder.map(e -> e.of(text)).orElse(null)));
        var figures = new LinkedHashMap<String, Double>();
        for (var precision : PRECISIONS) {
            var outcomes = test.parallelStream()
                    .map(question -> {
                        var reading =
                                reading(embedder.map(e -> e.of(question.text())).orElse(null));
                        var given = finder.sure(question.text(), reading, Asker.ANYBODY, LocalDate.MIN, precision);
                        return new Outcome(
                                question.label(),
                                given.map(match -> match.answer().id()).orElse(null));
                    })
                    .toList();
            var percent = Math.round(precision * 100);
            figures.put("precisionAt" + percent, precision(outcomes));
            figures.put("coverageAt" + percent, answered(outcomes, true));
            if (precision == AnswerFinder.PRECISION) {
                figures.put("outOfScopeAnsweredAt" + percent, answered(outcomes, false));
            }
        }
        return figures;
    }

    /** 1 where nothing was given: nothing wrong was said. */
    private static double precision(List<Outcome> outcomes) {
        var given = outcomes.stream().filter(Outcome::isGiven).toList();
        var right = given.stream()
                .filter(outcome -> outcome.given.equals(outcome.right))
                .count();
        return given.isEmpty() ? 1 : (double) right / given.size();
    }

    private static double answered(List<Outcome> outcomes, boolean haveAnswer) {
        var asked = outcomes.stream()
                .filter(outcome -> outcome.hasAnswer() == haveAnswer)
                .toList();
        return asked.stream().filter(Outcome::isGiven).count() / Math.max(1.0, asked.size());
    }

    private static List<Answer> answers(List<LabelledText> phrasings) {
        var questions = phrasings.stream()
                .collect(groupingBy(LabelledText::label, LinkedHashMap::new, mapping(LabelledText::text, toList())));
        return questions.entrySet().stream()
                .map(answer -> new Answer(
                        answer.getKey(),
                        "",
                        Map.of(LANGUAGE, answer.getValue()),
                        new LocalText(Map.of(LANGUAGE, "")),
                        LocalDate.MAX))
                .toList();
    }

    private static Reading reading(Embedding embedding) {
        return new Reading(List.of(), LANGUAGE, Kind.QUESTION, Tone.CALM, List.of(), List.of(), 1, embedding);
    }
}
