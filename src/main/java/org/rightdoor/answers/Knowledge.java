package org.rightdoor.answers;

import java.nio.file.Path;
import java.util.List;
import org.rightdoor.routing.RoutingRules;
import org.rightdoor.understand.Classifier;

/** All that the district knows, as one consistent whole. */
public record Knowledge(RoutingRules rules, Classifier classifier, AnswerFinder answers, NeverAnswer neverAnswer) {

    /**
     * Reads {@code routing-rules/} and trains, or takes the model kept in {@code cache} when the texts are unchanged.
     *
     * @throws org.rightdoor.routing.FaultyRules naming every fault with file and line
     */
    public static Knowledge of(Path rulesDirectory, Path cache) {
        var rules = RoutingRules.load(rulesDirectory);
        return new Knowledge(
                rules, Classifier.of(rules.trainingTexts(), cache), new AnswerFinder(List.of()), new NeverAnswer());
    }
}
