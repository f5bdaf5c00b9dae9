package org.rightdoor.webhook;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.rightdoor.inquiry.Event;

/** What an address outside can be told of. */
enum EventType {
    OPENED("case.opened", null, "A family has asked something new"),
    ROUTED("case.routed", Event.Kind.ROUTED, "It went to another department"),
    ANSWERED("case.answered", Event.Kind.ANSWERED, "An approved answer was given by itself"),
    REPLIED("case.replied", Event.Kind.REPLIED, "Staff answered"),
    RESOLVED("case.resolved", Event.Kind.RESOLVED, "It was settled"),
    REOPENED("case.reopened", Event.Kind.REOPENED, "It was opened again"),
    MERGED("case.merged", Event.Kind.MERGED, "It became part of another, or took one in"),
    RATED("case.rated", Event.Kind.RATED, "The family said how the help was"),
    PROMISE_BROKEN("case.promise_broken", Event.Kind.PROMISE_BROKEN, "A promised date has passed");

    static final String TEST = "webhook.test";

    final String written;
    final String words;

    /** Null for the first event of a case, of whatever kind. */
    private final Event.Kind kind;

    EventType(String written, Event.Kind kind, String words) {
        this.written = written;
        this.kind = kind;
        this.words = words;
    }

    public String written() {
        return written;
    }

    public String words() {
        return words;
    }

    /** Those of these names that there are. */
    static List<String> known(List<String> names) {
        return Arrays.stream(values())
                .map(EventType::written)
                .filter(names::contains)
                .toList();
    }

    /** SQL that names the type of an event {@code e}; null for one of which nobody is told. */
    static String sql() {
        return Arrays.stream(values())
                .filter(type -> type.kind != null)
                .map(type -> "when e.kind = '" + type.kind + "' then '" + type.written + "'")
                .collect(Collectors.joining(
                        " ",
                        "case when not exists (select from event f where f.inquiry_number = e.inquiry_number and f.id < e.id)"
                                + " then '" + OPENED.written + "' ",
                        " end"));
    }
}
