package org.rightdoor.channel.sms;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the demo's telephones show, by number; forgotten at the end, and the oldest when there is too much. */
@ApplicationScoped
class DemoConversations {

    private static final int MOST_TELEPHONES = 200;
    private static final int MOST_BUBBLES = 200;

    /** One text on the screen of a family's telephone. */
    record Bubble(Instant at, boolean fromFamily, String text) {}

    private final Map<String, Deque<Bubble>> byNumber = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Bubble>> eldest) {
            return size() > MOST_TELEPHONES;
        }
    };

    synchronized void add(String number, boolean fromFamily, String text) {
        var bubbles = byNumber.computeIfAbsent(number, telephone -> new ArrayDeque<>());
        bubbles.addLast(new Bubble(Instant.now(), fromFamily, text));
        if (bubbles.size() > MOST_BUBBLES) bubbles.removeFirst();
    }

    /** Oldest first. */
    synchronized List<Bubble> of(String number) {
        return List.copyOf(byNumber.getOrDefault(number, new ArrayDeque<>()));
    }
}
