package org.rightdoor.learning;

import org.rightdoor.inquiry.Actor;

/**
 * Somebody who knows better said what a case is about.
 *
 * @param fromTopic key of the topic it was held to be about, or null when nobody could tell
 * @param topic key of the topic it is about; null when the corrector could not tell either, which teaches nothing
 */
public record Correction(long inquiryNumber, String fromTopic, String topic, Kind kind, Actor by) {

    public enum Kind {
        HANDED_OVER,
        TOPIC_CHANGED,
        ANSWER_CONFIRMED
    }
}
