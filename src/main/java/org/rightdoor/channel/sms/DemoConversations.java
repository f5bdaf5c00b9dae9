package org.rightdoor.channel.sms;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What the demo's telephones show, by number; forgotten at the end, and the oldest when there is too much. */
@ApplicationScoped
class DemoConversations {

    private static final int MOST_TELEPHONES = 200;
    private static final int MOST_BUBBLES = 200;

    /** One text on the screen of a family's telephone, which makes addresses in it links. */
    record Bubble(boolean fromFamily, List<Part> parts) {

        private static final Pattern ADDRESS = Pattern.compile("(?<=^|\\s)(?=https?://)|(?=\\s)");

        static Bubble of(boolean fromFamily, String text) {
            return new Bubble(
                    fromFamily, ADDRESS.splitAsStream(text).map(Part::new).toList());
        }
    }

    record Part(String text) {

        public boolean isAddress() {
            return text.startsWith("http");
        }
    }

    private final Map<String, Deque<Bubble>> byNumber = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Bubble>> eldest) {
            return size() > MOST_TELEPHONES;
        }
    };

    synchronized void add(String number, boolean fromFamily, String text) {
        var bubbles = byNumber.computeIfAbsent(number, telephone -> new ArrayDeque<>());
        bubbles.addLast(Bubble.of(fromFamily, text));
        if (bubbles.size() > MOST_BUBBLES) bubbles.removeFirst();
    }

    /** Oldest first. */
    synchronized List<Bubble> of(String number) {
        return List.copyOf(byNumber.getOrDefault(number, new ArrayDeque<>()));
    }
}
