package org.rightdoor.calendar;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.rightdoor.routing.Entry;
import org.rightdoor.routing.LocalText;
import org.rightdoor.routing.Names;
import org.rightdoor.routing.Priority;
import org.rightdoor.routing.RoutingRules;
import org.rightdoor.understand.Reading;

/**
 * A line of {@code promises.yml}: for which cases which promises hold. An empty set is no condition; a promise that the line
 * does not name is null.
 *
 * @param name what families call these cases
 */
public record PromiseRule(
        String id,
        LocalText name,
        Set<String> departments,
        Set<String> topics,
        Set<Reading.Kind> kinds,
        Set<Priority> priorities,
        Within firstAnswer,
        Within nextAnswer,
        Within resolution) {

    static PromiseRule read(Entry entry, RoutingRules rules) {
        var id = entry.text("id");
        var name = entry.localText("name");
        var when = entry.requiredNested("when");
        var first = within(entry, "first-answer");
        var next = within(entry, "next-answer");
        var resolution = within(entry, "resolution");
        if (first == null && next == null && resolution == null) {
            entry.fault("id", "promises nothing: write first-answer, next-answer or resolution");
        }
        if (when.isPresent() && when.get().isEmpty()) {
            entry.fault("when", "when must name department, topic, kind or priority");
        }
        return new PromiseRule(
                id,
                name,
                Set.copyOf(when.map(cases -> cases.someOf("department", rules.departmentNames()))
                        .orElse(List.of())),
                Set.copyOf(when.map(cases -> cases.someOf("topic", rules.topicNames()))
                        .orElse(List.of())),
                when.map(cases -> some(cases, "kind", Reading.Kind.class)).orElse(Set.of()),
                when.map(cases -> some(cases, "priority", Priority.class)).orElse(Set.of()),
                first,
                next,
                resolution);
    }

    boolean fits(Matter matter) {
        return allows(departments, matter.department())
                && allows(topics, matter.topic())
                && allows(kinds, matter.kind())
                && allows(priorities, matter.priority());
    }

    private static <T> boolean allows(Set<T> allowed, T value) {
        return allowed.isEmpty() || value != null && allowed.contains(value);
    }

    private static Within within(Entry entry, String name) {
        return entry.optionalParsed(name, Within::parse, Within.SHAPE).orElse(null);
    }

    private static <E extends Enum<E>> Set<E> some(Entry cases, String name, Class<E> type) {
        var known = Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
        var names = Names.of(name, known);
        var chosen = new HashSet<E>();
        for (var text : cases.someOf(name, names)) {
            if (known.contains(text)) chosen.add(Enum.valueOf(type, text.toUpperCase(Locale.ROOT)));
        }
        return Set.copyOf(chosen);
    }
}
