package org.rightdoor.safety;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whom alerts go to, as the district has written it at the desk.
 *
 * @param people ids of staff in the order of calling, by category; {@link #ALL} for those without a list of their own
 * @param fallback who is called when a list has ended, or null
 * @param minutes how long each has before the next is called
 */
public record Rota(Map<String, List<Long>> people, List<OnCall> onCall, Long fallback, int minutes) {

    /** Stands for every category without a list of its own. */
    public static final String ALL = "*";

    public static final int USUAL_MINUTES = 10;

    /** True when an alert of every category reaches somebody; else the net blocks answers but calls nobody. */
    public boolean isOn(Set<String> categories) {
        return !categories.isEmpty()
                && categories.stream().noneMatch(category -> named(category).isEmpty());
    }

    public List<Long> named(String category) {
        return people.getOrDefault(category, people.getOrDefault(ALL, List.of()));
    }

    Road road(String category, boolean open, Instant now, ZoneId zone) {
        var at = now.atZone(zone);
        var watching = onCall.stream()
                .filter(span -> span.holds(at))
                .map(OnCall::staffId)
                .toList();
        return Road.of(named(category), watching, fallback, open, minutes);
    }
}
