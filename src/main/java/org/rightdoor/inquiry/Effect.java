package org.rightdoor.inquiry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The values of a case that a deed changed, before and after it. */
record Effect(ObjectNode before, ObjectNode after) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    /** The database keeps microseconds of what Java says in nanoseconds. */
    private static final Duration SAME_MOMENT = Duration.ofMillis(1);

    static Effect between(Standing before, Standing after) {
        ObjectNode then = tree(before);
        ObjectNode now = tree(after);
        var same = names(then).stream()
                .filter(name -> isSame(then.get(name), now.get(name)))
                .toList();
        return new Effect(then.remove(same), now.remove(same));
    }

    /** All values, also those that were not changed. */
    static Effect whole(Standing before, Standing after) {
        return new Effect(tree(before), tree(after));
    }

    /** The case before the deed, where all its values are kept. */
    Standing allBefore() {
        return JSON.convertValue(before, Standing.class);
    }

    Standing allAfter() {
        return JSON.convertValue(after, Standing.class);
    }

    // As it is read again: what was written as a long number is read as a short one, and the two are not equal.
    private static ObjectNode tree(Standing standing) {
        return object(JSON.valueToTree(standing).toString());
    }

    private static ObjectNode object(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("A deed was kept in a form that cannot be read", unreadable);
        }
    }

    static Effect read(String before, String after) {
        return new Effect(object(before), object(after));
    }

    /** The values that are not any more what the deed made of them, in words. */
    List<String> overtakenBy(Standing standing) {
        JsonNode now = tree(standing);
        return names(after).stream()
                .filter(name -> !isSame(after.get(name), now.get(name)))
                .map(Effect::inWords)
                .distinct()
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** The case without the deed: the values that it changed are what they were, all others stay as they are. */
    Standing undoneIn(Standing standing) {
        ObjectNode now = tree(standing);
        now.setAll(before);
        return JSON.convertValue(now, Standing.class);
    }

    private static List<String> names(ObjectNode node) {
        var names = new ArrayList<String>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static boolean isSame(JsonNode a, JsonNode b) {
        if (a.equals(b)) return true;
        if (!a.isTextual() || !b.isTextual()) return false;
        try {
            var apart = Duration.between(Instant.parse(a.textValue()), Instant.parse(b.textValue()));
            return apart.abs().compareTo(SAME_MOMENT) < 0;
        } catch (DateTimeParseException words) {
            return false;
        }
    }

    private static String inWords(String name) {
        return switch (name) {
            case "department", "because" -> "where it belongs";
            case "assigneeId" -> "who works on it";
            case "snoozedUntil" -> "until when it is snoozed";
            case "mergedInto" -> "which case it is part of";
            case "status", "waitingSince", "resolvedAt", "rests", "halfAnswered" -> "whose turn it is";
            case "confidential" -> "who sees it";
            case "contacts", "lastContactAt" -> "the messages in it";
            default -> "its " + name;
        };
    }
}
