package org.rightdoor.routing;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.rightdoor.understand.Reading.Guess;

/**
 * A message as the rules see it. The department comes before the topic: five topics of Transportation that are each
 * somewhat likely make Transportation very likely.
 *
 * @param folded the text as {@link Words#fold} leaves it, so that every rule need not do it again
 * @param topic the topic the person chose, or else the likeliest one of the likeliest department; or null
 * @param department the department of that topic, or null
 * @param confidence 0 to 1, that this department is right; 1 when the person chose the topic
 */
record Situation(Facts facts, String folded, String topic, String department, double confidence) {

    private static final double BELONGS = 0.5;

    static Situation of(Facts facts, Map<String, Topic> topics) {
        var folded = Words.fold(facts.text());
        var chosen = facts.chosenTopic() == null ? null : topics.get(facts.chosenTopic());
        if (chosen != null) {
            return new Situation(facts, folded, chosen.key(), chosen.department(), 1);
        }
        var guesses = known(facts, topics);
        return likeliestDepartment(guesses, topics)
                .map(department -> new Situation(
                        facts,
                        folded,
                        likeliestTopic(department.getKey(), guesses, topics),
                        department.getKey(),
                        Math.min(1, department.getValue())))
                .orElse(new Situation(facts, folded, null, null, 0));
    }

    /** Every department that any topic speaks for, with its probability, the likeliest first. */
    List<Guess> departments(Map<String, Topic> topics) {
        return byDepartment(known(facts, topics), topics).entrySet().stream()
                .map(department -> new Guess(department.getKey(), Math.min(1, department.getValue())))
                .sorted(Comparator.comparingDouble(Guess::probability).reversed())
                .toList();
    }

    /** True when the text is probably about none of the topics, or too unlike all examples to tell. */
    boolean isTurnedAway() {
        return topic != null && !chosen() && facts.reading().belonging() < BELONGS;
    }

    /** The likeliest topic of that department; null when none was read. */
    String likeliestTopic(String ofDepartment, Map<String, Topic> topics) {
        return likeliestTopic(ofDepartment, known(facts, topics), topics);
    }

    boolean chosen() {
        return topic != null && topic.equals(facts.chosenTopic());
    }

    int wordCount() {
        return Words.countFolded(folded);
    }

    private static Optional<Map.Entry<String, Double>> likeliestDepartment(
            List<Guess> guesses, Map<String, Topic> topics) {
        return byDepartment(guesses, topics).entrySet().stream().max(Map.Entry.comparingByValue());
    }

    private static Map<String, Double> byDepartment(List<Guess> guesses, Map<String, Topic> topics) {
        var departments = new TreeMap<String, Double>();
        guesses.forEach(
                guess -> departments.merge(topics.get(guess.topic()).department(), guess.probability(), Double::sum));
        return departments;
    }

    /** What was read, without topics that no longer exist. */
    private static List<Guess> known(Facts facts, Map<String, Topic> topics) {
        return facts.reading().topics().stream()
                .filter(guess -> topics.containsKey(guess.topic()))
                .toList();
    }

    private static String likeliestTopic(String department, List<Guess> guesses, Map<String, Topic> topics) {
        return guesses.stream()
                .filter(guess -> topics.get(guess.topic()).department().equals(department))
                .max(Comparator.comparingDouble(Guess::probability))
                .map(Guess::topic)
                .orElse(null);
    }
}
