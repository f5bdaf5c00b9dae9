package org.rightdoor.portal;

import java.util.List;
import org.rightdoor.answers.Knowledge;
import org.rightdoor.routing.LocalText;
import org.rightdoor.routing.Topic;

/** A topic to choose. */
record TopicLink(String key, LocalText title) {

    static TopicLink of(Topic topic) {
        return new TopicLink(topic.key(), topic.title());
    }

    /** Those of a department, in the order of the file. */
    static List<TopicLink> ofDepartment(String department, Knowledge known) {
        return known.rules().topics().values().stream()
                .filter(topic -> topic.department().equals(department))
                .map(TopicLink::of)
                .toList();
    }
}
