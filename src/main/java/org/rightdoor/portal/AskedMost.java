package org.rightdoor.portal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.rightdoor.answers.Answer;
import org.rightdoor.answers.Knowledge;
import org.rightdoor.routing.Topic;

/**
 * The topics on top of the page.
 *
 * @param lately true when families ask about them just now, false where too few have asked yet and the page shows topics
 *     that have an answer
 */
record AskedMost(List<TopicLink> topics, boolean lately) {

    private static final int SHOWN = 8;

    /** One topic alone says more about chance than about families. */
    private static final int FEWEST = 2;

    /** @param lately keys of the topics asked most, most asked first */
    static AskedMost of(List<String> lately, Knowledge known) {
        var asked = lately.stream()
                .map(known.rules().topics()::get)
                .filter(Objects::nonNull)
                // That many families ask about abuse or self-harm is no list to choose from.
                .filter(topic -> known.neverAnswer().forbids("", topic.key()).isEmpty())
                .toList();
        var isTelling = asked.size() >= FEWEST;
        var shown = isTelling
                ? asked.stream()
                : Stream.concat(asked.stream(), answered(known).stream()).distinct();
        return new AskedMost(shown.limit(SHOWN).map(TopicLink::of).toList(), isTelling);
    }

    /** The first topic of each department that has an approved answer. */
    private static Collection<Topic> answered(Knowledge known) {
        var first = new LinkedHashMap<String, Topic>();
        answeredTopics(known)
                .filter(topic -> known.neverAnswer().forbids("", topic.key()).isEmpty())
                .forEach(topic -> first.putIfAbsent(topic.department(), topic));
        return first.values();
    }

    private static Stream<Topic> answeredTopics(Knowledge known) {
        var answered = known.answers().all().stream().map(Answer::topic).toList();
        return known.rules().topics().values().stream().filter(topic -> answered.contains(topic.key()));
    }
}
