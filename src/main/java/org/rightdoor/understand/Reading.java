package org.rightdoor.understand;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What the classifier made of a text.
 *
 * @param topics the likeliest topics, best first, with probabilities from 0 to 1; empty when nothing could be read
 * @param language two-letter code (ISO 639-1), or {@link #UNKNOWN_LANGUAGE}
 * @param kind what sort of message it is
 * @param tone how pressing it is, and whether its writer is in distress
 * @param evidence the words of the text that spoke most for the best topic, strongest first
 * @param likes training texts of the likeliest topics that it is like, most alike first
 * @param belonging 0 to 1: how likely the text is about any of the topics at all; below a half, which one in a hundred
 *     texts understood rightly is too, a person should decide
 * @param embedding where its meaning lies; null when only the words were read
 */
public record Reading(
        List<Guess> topics,
        String language,
        Kind kind,
        Tone tone,
        List<String> evidence,
        List<Like> likes,
        double belonging,
        Embedding embedding) {

    /** ISO 639-2 code for "undetermined". */
    public static final String UNKNOWN_LANGUAGE = "und";

    public static final Reading NOTHING =
            new Reading(List.of(), UNKNOWN_LANGUAGE, Kind.QUESTION, Tone.CALM, List.of(), List.of(), 0, null);

    /** Nothing but the meaning of a text; null where that is not known either. */
    public static Reading ofMeaning(Embedding embedding) {
        return new Reading(List.of(), UNKNOWN_LANGUAGE, Kind.QUESTION, Tone.CALM, List.of(), List.of(), 0, embedding);
    }

    /** A reading of a calm text that is surely about one of the topics. */
    public Reading(List<Guess> topics, String language, Kind kind, List<String> evidence) {
        this(topics, language, kind, Tone.CALM, evidence, List.of(), 1, null);
    }

    /** One topic and how likely it is, 0 to 1. */
    public record Guess(String topic, double probability) {}

    /** A training text and how much this one is like it: 1 for the same, 0 for nothing in common. */
    public record Like(TrainingText text, double likeness) {}

    public enum Kind {
        QUESTION,
        CONCERN,
        COMPLAINT,
        COMPLIMENT,
        SUGGESTION,
        /** Something is to be done for the writer, more than to be told. */
        REQUEST,
        THANKS,
        /** Nobody wrote it: an absence notice, a delivery failure. */
        AUTOMATIC
    }

    /**
     * The topics' probabilities added up by group, such as the department of each topic, best first. Two half-likely
     * topics of one department make that department likely, which the best topic alone would not show.
     */
    public List<Guess> grouped(Function<String, String> groupOfTopic) {
        var sums = new TreeMap<String, Double>();
        topics.forEach(guess -> sums.merge(groupOfTopic.apply(guess.topic()), guess.probability(), Double::sum));
        return sums.entrySet().stream()
                .map(sum -> new Guess(sum.getKey(), Math.min(1, sum.getValue())))
                .sorted(Comparator.comparingDouble(Guess::probability).reversed())
                .toList();
    }

    /** Probability of the best topic; 0 when nothing could be read. */
    public double confidence() {
        return topics.isEmpty() ? 0 : topics.get(0).probability();
    }

    /** The best topic, or null when nothing could be read. */
    public String topic() {
        return topics.isEmpty() ? null : topics.get(0).topic();
    }
}
