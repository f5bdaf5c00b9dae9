package org.rightdoor.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a rule decides; null, or no tags, where it leaves things as they are.
 *
 * @param topic a topic, or {@link #NO_TOPIC}
 */
record Decision(String department, String topic, Priority priority, List<String> tags) {

    /** Stands in place of a topic where nobody can tell what the message is about. */
    static final String NO_TOPIC = "none";

    private static final Names PRIORITIES = Names.of("priority", Priority.values());

    static Decision read(Entry then, Known known) {
        var decision = new Decision(
                then.optionalOneOf("department", known.departments()).orElse(null),
                then.optionalOneOf("topic", known.topics().and(NO_TOPIC)).orElse(null),
                then.optionalOneOf("priority", PRIORITIES)
                        .filter(PRIORITIES.known()::contains)
                        .map(name -> Priority.valueOf(name.toUpperCase(Locale.ROOT)))
                        .orElse(null),
                then.texts("tags"));
        if (then.isEmpty()) {
            then.fault("then", "the rule decides nothing");
        }
        if (NO_TOPIC.equals(decision.topic) && decision.department == null) {
            then.fault("topic", "topic: none needs a department beside it");
        }
        return decision;
    }

    Route refine(Route route, Map<String, Topic> topics, String reason) {
        var because = new ArrayList<>(List.of(reason));
        if (!redirects()) {
            because.addAll(route.because());
        }
        return new Route(
                departmentAfter(route, topics),
                topicAfter(route),
                priority == null ? route.priority() : priority,
                tags,
                List.copyOf(because),
                redirects() && !NO_TOPIC.equals(topic) ? 1 : route.confidence());
    }

    private boolean redirects() {
        return department != null || topic != null;
    }

    private String departmentAfter(Route route, Map<String, Topic> topics) {
        if (department != null) {
            return department;
        }
        return topic == null ? route.department() : topics.get(topic).department();
    }

    private String topicAfter(Route route) {
        if (topic == null) {
            return route.topic();
        }
        return NO_TOPIC.equals(topic) ? null : topic;
    }
}
