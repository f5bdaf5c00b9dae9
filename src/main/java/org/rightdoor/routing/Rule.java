package org.rightdoor.routing;

import java.util.List;
import java.util.Map;

/**
 * A line that a district writes to override or refine the reading.
 *
 * @param when what must be so, all of it
 * @param note why the rule is there, for staff; or null
 */
public record Rule(String id, List<Condition> when, Decision then, LocalText note) {

    static Rule read(Entry entry, Known known, Once ids) {
        var id = entry.text("id");
        ids.claim(id, entry.place("id"));
        return new Rule(
                id,
                entry.requiredNested("when")
                        .map(when -> Conditions.read(when, known))
                        .orElse(List.of()),
                entry.requiredNested("then")
                        .map(then -> Decision.read(then, known))
                        .orElse(null),
                entry.optionalLocalText("note").orElse(null));
    }

    boolean matches(Situation situation) {
        return when.stream().allMatch(condition -> condition.holds(situation));
    }

    /** The route with what this rule decides in place of what the reading said. */
    Route refine(Route route, Map<String, Topic> topics) {
        return then.refine(route, topics, "rule " + id + (note == null ? "" : ": " + note.in("en")));
    }
}
