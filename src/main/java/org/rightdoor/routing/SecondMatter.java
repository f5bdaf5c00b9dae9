package org.rightdoor.routing;

import java.util.List;
import java.util.Optional;
import org.rightdoor.understand.Passage;
import org.rightdoor.understand.Reading;
import org.rightdoor.understand.Reading.Guess;
import org.rightdoor.understand.Reading.Kind;

/**
 * The matter of another department that a message has beside its own: found only where a passage is clearly about it,
 * asks or reports something, and another passage is about the owner's matter. Rather one too few than one too many.
 *
 * @param text the passage
 * @param because as of a {@link Route}
 */
public record SecondMatter(String department, String topic, String text, List<String> because) {

    // Measured on 341 texts of several sentences about one matter that the classifier had not seen: these limits find a
    // second matter in one of a hundred of them, and one in three of two such texts put together.
    private static final double SURE = 0.6;
    private static final double OWNER_IS_HEARD = 0.3;

    /** Of the message as a whole, unless the message says itself that it has one more matter. */
    private static final double SUPPORTED = 0.05;

    private static final double BELONGS = 0.5;

    /** Two departments are to be seen in the message as a whole, or it says itself that it has one more matter. */
    static boolean mayBeIn(Reading whole, List<Passage> passages, RoutingRules rules) {
        if (passages.stream().anyMatch(Passage::added)) return true;
        var seen = departments(whole, rules).stream().filter(guess -> guess.probability() >= SUPPORTED);
        return !passages.isEmpty() && seen.count() > 1;
    }

    static Optional<SecondMatter> of(Route route, Reading whole, List<Passage> passages, RoutingRules rules) {
        var ownersIsHeard = passages.stream()
                .anyMatch(passage ->
                        belongs(passage) && share(passage.reading(), route.department(), rules) >= OWNER_IS_HEARD);
        if (!ownersIsHeard) {
            return Optional.empty();
        }
        var saysSo = passages.stream().anyMatch(Passage::added);
        return passages.stream()
                .filter(passage -> belongs(passage) && wantsSomething(passage))
                .filter(passage -> isAnothers(passage, saysSo, route, whole, rules))
                .findFirst()
                .map(passage -> matter(passage, rules));
    }

    private static boolean isAnothers(Passage passage, boolean saysSo, Route route, Reading whole, RoutingRules rules) {
        var departments = departments(passage.reading(), rules);
        if (departments.isEmpty()) {
            return false;
        }
        var best = departments.get(0);
        var isFallback = best.topic().equals(rules.district().fallbackDepartment());
        // "Who do I call?" is read as the fallback department's, whatever it is about.
        return !best.topic().equals(route.department())
                && best.probability() >= SURE
                && (passage.added() || !isFallback && (saysSo || share(whole, best.topic(), rules) >= SUPPORTED));
    }

    private static SecondMatter matter(Passage passage, RoutingRules rules) {
        var situation = Situation.of(new Facts(passage.text(), passage.reading(), null, null, null), rules.topics());
        return new SecondMatter(
                situation.department(), situation.topic(), passage.text(), new Reasons(rules, situation).lines());
    }

    private static boolean belongs(Passage passage) {
        return passage.reading().belonging() >= BELONGS;
    }

    private static boolean wantsSomething(Passage passage) {
        var kind = passage.reading().kind();
        return passage.added()
                || passage.text().indexOf('?') >= 0
                || kind == Kind.REQUEST
                || kind == Kind.CONCERN
                || kind == Kind.COMPLAINT;
    }

    private static double share(Reading reading, String department, RoutingRules rules) {
        return departments(reading, rules).stream()
                .filter(guess -> guess.topic().equals(department))
                .mapToDouble(Guess::probability)
                .sum();
    }

    private static List<Guess> departments(Reading reading, RoutingRules rules) {
        var facts = new Facts("", reading, null, null, null);
        return Situation.of(facts, rules.topics()).departments(rules.topics());
    }
}
