package org.rightdoor.understand;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The outcome of measuring: trained once, tried on every test text.
 *
 * @param outOfScope null where no such texts were given
 * @param threshold the belonging asked for before a text counts as understood; NaN without texts out of scope
 * @param unknownLabels labels of the test that training does not have; their texts count as wrong
 */
record Evaluation(
        Measures inScope, Measures outOfScope, double threshold, double trainSeconds, Set<String> unknownLabels) {

    private static final int FOLDS = 5;
    /** Enough readings for the compiler to have seen the road, so that the times are those of a running server. */
    private static final int WARM_UP = 300;

    /** @param encoder null to read by words alone */
    static Evaluation of(
            List<TrainingText> training,
            Encoder encoder,
            Function<String, String> labelOfTopic,
            List<LabelledText> test,
            List<LabelledText> outOfScope,
            List<LabelledText> validation,
            List<LabelledText> validationOutOfScope) {
        long started = System.nanoTime();
        var vectors = new Vectors();
        if (encoder != null) {
            vectors.prepare(Model.encoded(training), encoder);
        }
        var classifier = Classifier.of(training, vectors, encoder);
        double trainSeconds = (System.nanoTime() - started) / 1e9;

        // Not with texts of the test, for what was encoded lately is not encoded again.
        training.stream().limit(WARM_UP).forEach(text -> classifier.read(text.text()));
        var inScope = trials(classifier, labelOfTopic, test);
        var others = outOfScope == null ? null : trials(classifier, labelOfTopic, outOfScope);
        double threshold = Double.NaN;
        if (others != null) {
            var chosenOn = validation == null
                    ? crossValidated(training, labelOfTopic, vectors, encoder)
                    : trials(classifier, labelOfTopic, validation);
            threshold = validationOutOfScope == null
                    ? Threshold.best(chosenOn)
                    : Threshold.best(chosenOn, trials(classifier, labelOfTopic, validationOutOfScope));
        }
        return new Evaluation(inScope, others, threshold, trainSeconds, unknown(test, training, labelOfTopic));
    }

    static Measures trials(Classifier classifier, Function<String, String> labelOfTopic, List<LabelledText> texts) {
        return new Measures(texts.stream()
                .map(text -> trial(classifier, labelOfTopic, text))
                .toList());
    }

    private static Trial trial(Classifier classifier, Function<String, String> labelOfTopic, LabelledText text) {
        long started = System.nanoTime();
        var reading = classifier.read(text.text());
        var guesses = reading.grouped(labelOfTopic);
        long nanos = System.nanoTime() - started;
        double confidence = guesses.isEmpty() ? 0 : guesses.get(0).probability();
        return new Trial(text.label(), text.text(), guesses, confidence, reading.belonging(), nanos);
    }

    /** Each training text tried by a classifier that has not seen it. */
    private static Measures crossValidated(
            List<TrainingText> training, Function<String, String> labelOfTopic, Vectors vectors, Encoder encoder) {
        var trials = new ArrayList<Trial>();
        for (int fold = 0; fold < FOLDS; fold++) {
            var seen = new ArrayList<TrainingText>();
            var unseen = new ArrayList<LabelledText>();
            for (int i = 0; i < training.size(); i++) {
                var text = training.get(i);
                if (i % FOLDS == fold) {
                    unseen.add(new LabelledText(labelOfTopic.apply(text.topic()), text.text()));
                } else {
                    seen.add(text);
                }
            }
            if (!seen.isEmpty() && !unseen.isEmpty()) {
                trials.addAll(trials(Classifier.of(seen, vectors, encoder), labelOfTopic, unseen)
                        .trials());
            }
        }
        return new Measures(trials);
    }

    private static Set<String> unknown(
            List<LabelledText> test, List<TrainingText> training, Function<String, String> labelOfTopic) {
        var known =
                training.stream().map(text -> labelOfTopic.apply(text.topic())).collect(Collectors.toSet());
        return test.stream()
                .map(LabelledText::label)
                .filter(label -> !known.contains(label))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
