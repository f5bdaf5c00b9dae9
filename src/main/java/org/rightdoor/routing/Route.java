package org.rightdoor.routing;

import java.util.List;
import java.util.stream.Stream;

/**
 * The decision where a message goes.
 *
 * @param topic key of the topic, or null when nobody could tell
 * @param confidence 0 to 1, that the department is right; 1 when a rule or the person decided
 * @param because what decided, in words staff understand: a rule's id, or the words that spoke for the topic
 */
public record Route(
        String department,
        String topic,
        Priority priority,
        List<String> tags,
        List<String> because,
        double confidence) {

    private static final double QUITE_SURE = 0.85;
    private static final double FAIRLY_SURE = 0.6;

    /** Where somebody who knows sends it; which of that department's topics it is about is for the department to find out. */
    public Route chosenBy(String who, String other) {
        return new Route(other, null, priority, tags, List.of(who + " chose the department"), 1);
    }

    /** In these weeks another department answers; what it is about stays. */
    public Route answeredBy(String other, String why) {
        return new Route(other, topic, priority, tags, because, confidence).because(List.of(why));
    }

    /** How sure a decision is, in words and as a percentage. */
    public static String sureness(double confidence) {
        var sure = confidence >= QUITE_SURE ? "quite sure" : confidence >= FAIRLY_SURE ? "fairly sure" : "not sure";
        return sure + " (" + percent(confidence) + ")";
    }

    Route because(List<String> more) {
        var all = Stream.concat(because.stream(), more.stream()).toList();
        return new Route(department, topic, priority, tags, all, confidence);
    }

    static String percent(double share) {
        return Math.round(100 * share) + " %";
    }
}
