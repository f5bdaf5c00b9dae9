package org.rightdoor.answers;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import org.rightdoor.routing.RoutingRules;
import org.rightdoor.routing.Topic;

/** What the district would know if its rules said something else. */
public final class KnowledgeStandIn {

    private KnowledgeStandIn() {}

    /** As now, with that topic confidential. */
    public static CurrentKnowledge withConfidential(String topic, CurrentKnowledge current) {
        var known = current.now();
        var rules = known.rules();
        var topics = new LinkedHashMap<>(rules.topics());
        topics.computeIfPresent(topic, (key, was) -> new Topic(key, was.department(), was.title(), true));
        var other = new Knowledge(
                new RoutingRules(
                        rules.district(),
                        rules.departments(),
                        topics,
                        rules.schools(),
                        rules.trainingTexts(),
                        rules.rules(),
                        rules.retention(),
                        rules.surveys(),
                        rules.translations(),
                        rules.plainWords()),
                known.calendar(),
                known.promises(),
                known.classifier(),
                known.answers(),
                known.neverAnswer(),
                known.safety());
        return new CurrentKnowledge(Path.of("routing-rules"), Path.of("target"), null) {
            @Override
            public Knowledge now() {
                return other;
            }
        };
    }
}
