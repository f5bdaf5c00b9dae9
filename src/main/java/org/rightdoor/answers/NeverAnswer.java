package org.rightdoor.answers;

import java.util.Optional;

/** What is never answered automatically, from {@code routing-rules/never-answer.yml}. */
public final class NeverAnswer {

    /** The id of the entry that forbids an automatic answer to this text on this topic (topic may be null). */
    public Optional<String> forbids(String text, String topic) {
        return Optional.empty();
    }
}
