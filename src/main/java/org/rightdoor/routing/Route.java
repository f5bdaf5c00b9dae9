package org.rightdoor.routing;

import java.util.List;

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
        double confidence) {}
