package org.rightdoor.routing;

import java.util.Map;

/**
 * A message as the rules see it.
 *
 * @param folded the text as {@link Words#fold} leaves it, so that every rule need not do it again
 * @param topic the chosen or else the likeliest topic, or null
 * @param department the department of that topic, or null
 * @param confidence 0 to 1; 1 when the person chose the topic
 */
record Situation(Facts facts, String folded, String topic, String department, double confidence) {

    static Situation of(Facts facts, Map<String, Topic> topics) {
        var chosen = topics.get(facts.chosenTopic() == null ? "" : facts.chosenTopic());
        var read = topics.get(
                facts.reading().topic() == null ? "" : facts.reading().topic());
        var topic = chosen != null ? chosen : read;
        return new Situation(
                facts,
                Words.fold(facts.text()),
                topic == null ? null : topic.key(),
                topic == null ? null : topic.department(),
                chosen != null ? 1 : read != null ? facts.reading().confidence() : 0);
    }

    boolean chosen() {
        return topic != null && topic.equals(facts.chosenTopic());
    }

    int wordCount() {
        return Words.countFolded(folded);
    }
}
