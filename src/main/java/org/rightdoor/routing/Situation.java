package org.rightdoor.routing;

import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import org.rightdoor.understand.Reading;

/**
 * A message as the rules see it. The department comes before the topic: five topics of Transportation that are each
 * somewhat likely make Transportation very likely.
 *
 * @param folded the text as {@link Words#fold} leaves it, so that every rule need not do it again
 * @param topic the chosen topic, or else the likeliest of the likeliest department, or null
 * @param department the department of that topic, or null
 * @param confidence that the department is right, 0 to 1; 1 when the person chose the topic
 */
record Situation(Facts facts, String folded, String topic, String department, double confidence) {

    static Situation of(Facts facts, Map<String, Topic> topics) {
        var folded = Words.fold(facts.text());
        var chosen = facts.chosenTopic() == null ? null : topics.get(facts.chosenTopic());
        if (chosen != null) return new Situation(facts, folded, chosen.key(), chosen.department(), 1);
        var known = facts.reading().topics().stream()
                .filter(guess -> topics.containsKey(guess.topic()))
                .toList();
        var departments = known.stream()
                .collect(Collectors.groupingBy(
                        guess -> topics.get(guess.topic()).department(),
                        Collectors.summingDouble(Reading.Guess::probability)));
        return departments.entrySet().stream()
                .max(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(likeliest -> {
                    var topic = known.stream()
                            .filter(guess ->
                                    topics.get(guess.topic()).department().equals(likeliest.getKey()))
                            .max(Comparator.comparingDouble(Reading.Guess::probability))
                            .orElseThrow()
                            .topic();
                    return new Situation(facts, folded, topic, likeliest.getKey(), Math.min(1, likeliest.getValue()));
                })
                .orElseGet(() -> new Situation(facts, folded, null, null, 0));
    }

    boolean chosen() {
        return topic != null && topic.equals(facts.chosenTopic());
    }

    int wordCount() {
        return Words.countFolded(folded);
    }
}
