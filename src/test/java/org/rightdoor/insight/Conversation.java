package org.rightdoor.insight;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A conversation that somebody wrote down, with what it comes to.
 *
 * @param expected by the name of the family, what its case comes to: only what is not zero
 */
record Conversation(String title, List<String> steps, Map<String, Map<String, Integer>> expected) {

    private static final Map<String, String> WORDS = Map.of("first contact", "first_contact");

    static List<Conversation> all() {
        try (var file = Conversation.class.getResourceAsStream("/insight/conversations.txt")) {
            var text = new String(file.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^#.*\n", "");
            var all = new ArrayList<Conversation>();
            for (var part : text.strip().split("\n\\s*\n"))
                all.add(read(part.strip().lines().toList()));
            return all;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Conversation read(List<String> lines) {
        var conversation = new Conversation(lines.get(0), new ArrayList<>(), new TreeMap<>());
        for (var line : lines.subList(1, lines.size())) {
            if (!line.startsWith("= ")) {
                conversation.steps.add(line);
                continue;
            }
            var said = line.substring(2).split(": ", 2);
            conversation.expected.put(said.length == 2 ? said[0] : "Ana", counts(said[said.length - 1]));
        }
        return conversation;
    }

    private static Map<String, Integer> counts(String line) {
        var counts = new TreeMap<String, Integer>();
        for (var word : line.split(", ")) {
            var number = word.replaceAll("\\D", "");
            var name = word.replaceAll(" \\d+$", "");
            counts.put(WORDS.getOrDefault(name, name), number.isEmpty() ? 1 : Integer.parseInt(number));
        }
        return counts;
    }

    @Override
    public String toString() {
        return title;
    }
}
