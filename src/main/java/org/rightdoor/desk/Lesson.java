package org.rightdoor.desk;

import org.rightdoor.learning.LearnedText;
import org.rightdoor.learning.LearnedTexts.Listed;
import org.rightdoor.people.Person;

/**
 * One thing RightDoor has learned, as its page shows it.
 *
 * @param inForce true when messages are read by it now
 */
record Lesson(Seat seat, Listed listed, boolean inForce) {

    public LearnedText text() {
        return listed.text();
    }

    public String from() {
        return seat.topicTitle(text().fromTopic);
    }

    public String to() {
        return seat.topicTitle(text().topic);
    }

    public String how() {
        return switch (text().kind) {
            case HANDED_OVER -> "handed over by";
            case TOPIC_CHANGED -> "topic changed by";
            case ANSWER_CONFIRMED -> "answer confirmed by";
        };
    }

    public String state() {
        if (text().setAsideBy != null) return "Set aside";
        return inForce ? "In force" : "Being learned";
    }

    public boolean setAside() {
        return text().setAsideBy != null;
    }

    public String writer() {
        return RoleNames.of(listed.role());
    }

    public boolean student() {
        return listed.role() == Person.Role.STUDENT;
    }

    public boolean mayBeExported() {
        return listed.mayBeExported();
    }
}
