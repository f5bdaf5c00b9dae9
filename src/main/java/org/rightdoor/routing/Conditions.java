package org.rightdoor.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.rightdoor.understand.Reading;
import org.rightdoor.understand.Tone;

/** Reads what stands under {@code when:}; a condition that a district can write is one line here. */
final class Conditions {

    private static final Names CHANNELS = Names.of("channel", "web", "sms", "email", "phone");
    private static final Names KINDS = Names.of("kind", Reading.Kind.values());
    private static final Names URGENCIES = Names.of("urgency", Tone.Urgency.values());
    private static final Names YES_OR_NO = Names.of("distress", "true", "false");

    private final Entry when;
    private final List<Condition> all = new ArrayList<>();

    private Conditions(Entry when) {
        this.when = when;
    }

    static List<Condition> read(Entry when, Known known) {
        if (when.isEmpty()) {
            when.fault("when", "the rule has no condition: it would catch every message");
        }
        var conditions = new Conditions(when);
        conditions.words("words", true);
        conditions.words("and-words", true);
        conditions.words("without-words", false);
        conditions.oneOf("topic", known.topics(), Situation::topic);
        conditions.oneOf("department", known.departments(), Situation::department);
        conditions.oneOf("school", known.schools(), message -> message.facts().school());
        conditions.oneOf("channel", CHANNELS, message -> message.facts().channel());
        conditions.oneOf("language", Names.languages(), message -> message.facts()
                .reading()
                .language());
        conditions.oneOf(
                "kind", KINDS, message -> lowerCase(message.facts().reading().kind()));
        conditions.oneOf(
                "urgency",
                URGENCIES,
                message -> lowerCase(message.facts().reading().tone().urgency()));
        conditions.oneOf(
                "distress",
                YES_OR_NO,
                message -> Boolean.toString(message.facts().reading().tone().distress()));
        conditions.confidenceBelow();
        conditions.shorterThan();
        return List.copyOf(conditions.all);
    }

    private void words(String name, boolean wanted) {
        Words.read(when, name)
                .ifPresent(words ->
                        all.add(message -> words.foundInFolded(message.folded()).isPresent() == wanted));
    }

    private void oneOf(String name, Names names, Function<Situation, String> actual) {
        var allowed = Set.copyOf(when.someOf(name, names));
        if (!allowed.isEmpty()) {
            all.add(message -> {
                var value = actual.apply(message);
                return value != null && allowed.contains(value);
            });
        }
    }

    private void confidenceBelow() {
        when.optionalParsed("confidence-below", Double::valueOf, "a number from 0 to 1")
                .ifPresent(limit -> {
                    if (!(limit > 0 && limit <= 1)) {
                        when.fault("confidence-below", "confidence-below must be over 0 and at most 1");
                    }
                    all.add(message -> message.confidence() < limit);
                });
    }

    private void shorterThan() {
        when.optionalParsed("shorter-than", Integer::valueOf, "a number of words")
                .ifPresent(limit -> all.add(message -> message.wordCount() < limit));
    }

    private static String lowerCase(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
