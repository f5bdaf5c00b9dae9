package org.rightdoor.routing;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rightdoor.understand.Reading;
import org.rightdoor.understand.Tone;

/**
 * A message that waits at the front desk because nobody can tell for whom it is, though just two departments are likely:
 * its family may be asked.
 *
 * @param departments keys of the two, the likelier first
 * @param topics keys of the likeliest topic of each
 */
public record Doubt(List<String> departments, List<String> topics) {

    private static final double LIKELY = 0.2;
    private static final double BOTH_TOGETHER = 0.6;
    private static final double THIRD_AT_MOST = 0.15;

    /** Who complains or is worried wants a person, not a question. */
    private static final Set<Reading.Kind> MAY_BE_ASKED = EnumSet.of(Reading.Kind.QUESTION, Reading.Kind.REQUEST);

    static Optional<Doubt> of(Route route, Situation situation, RoutingRules rules) {
        var reading = situation.facts().reading();
        var waitsAtTheDesk = route.topic() == null
                && route.department().equals(rules.district().fallbackDepartment());
        var calm = reading.tone().equals(Tone.CALM) && route.priority() == Priority.NORMAL;
        var likely = situation.departments(rules.topics());
        if (!waitsAtTheDesk || !calm || !MAY_BE_ASKED.contains(reading.kind()) || likely.size() < 2) {
            return Optional.empty();
        }
        var first = likely.get(0);
        var second = likely.get(1);
        var third = likely.size() < 3 ? 0 : likely.get(2).probability();
        if (second.probability() < LIKELY
                || first.probability() + second.probability() < BOTH_TOGETHER
                || third > THIRD_AT_MOST) {
            return Optional.empty();
        }
        return Optional.of(new Doubt(
                List.of(first.topic(), second.topic()),
                List.of(
                        situation.likeliestTopic(first.topic(), rules.topics()),
                        situation.likeliestTopic(second.topic(), rules.topics()))));
    }
}
