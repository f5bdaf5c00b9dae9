package org.rightdoor.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rightdoor.inquiry.Inquiry;
import org.rightdoor.inquiry.Status;
import org.rightdoor.routing.RoutingRules;
import org.rightdoor.understand.Reading;

/**
 * Guesses which of a person's matters a message continues: the one it is close to in topic and time, or, when the
 * message says little by itself ("still nothing?"), the one just talked about.
 */
record SameMatter(Reading reading, String chosenTopic, int words, Instant at, RoutingRules rules) {

    /** A matter sleeps after this long without a contact; then the same topic is a new matter. */
    static final Duration OPEN_MATTER = Duration.ofDays(14);

    /** A settled matter wakes only within this time. */
    static final Duration SETTLED_MATTER = Duration.ofDays(5);

    /** For how long a message that says little is taken for a follow-up. */
    static final Duration CONVERSATION = Duration.ofDays(3);

    private static final double LIKELY_TOPIC = 0.1;
    private static final double SURE_TOPIC = 0.6;
    private static final double SURE_DEPARTMENT = 0.6;
    private static final int FEW_WORDS = 4;

    /** The matter among these that the message continues; empty when it opens a new one. */
    Optional<Inquiry> among(List<Inquiry> matters) {
        return matters.stream()
                .filter(this::isAwake)
                .filter(matter -> isAbout(matter) || isFollowUp(matter))
                .max(Comparator.comparing(this::isAbout).thenComparing(matter -> matter.lastContactAt));
    }

    /** True unless the message is plainly about something else; for an answer to a text of ours that is enough. */
    boolean fits(Inquiry matter) {
        return isAbout(matter) || !isPlainlyAboutAnotherDepartment(matter);
    }

    private boolean isAwake(Inquiry matter) {
        var asleepAfter = matter.status == Status.RESOLVED ? SETTLED_MATTER : OPEN_MATTER;
        return matter.lastContactAt.plus(asleepAfter).isAfter(at);
    }

    private boolean isAbout(Inquiry matter) {
        if (chosenTopic != null) return chosenTopic.equals(matter.topic);
        if (matter.topic != null && probability(matter.topic) >= LIKELY_TOPIC) return true;
        var surelyAnotherTopic = reading.confidence() >= SURE_TOPIC;
        return !surelyAnotherTopic && departmentProbability(matter.department) >= SURE_DEPARTMENT;
    }

    private boolean isFollowUp(Inquiry matter) {
        if (chosenTopic != null || !matter.lastContactAt.plus(CONVERSATION).isAfter(at)) return false;
        return words <= FEW_WORDS || !isPlainlyAboutAnotherDepartment(matter) && reading.confidence() < SURE_TOPIC / 2;
    }

    private boolean isPlainlyAboutAnotherDepartment(Inquiry matter) {
        if (chosenTopic != null) return true;
        return rules.departments().keySet().stream()
                .filter(department -> !department.equals(matter.department))
                .anyMatch(department -> departmentProbability(department) >= SURE_DEPARTMENT);
    }

    private double probability(String topic) {
        return reading.topics().stream()
                .filter(guess -> guess.topic().equals(topic))
                .mapToDouble(Reading.Guess::probability)
                .sum();
    }

    private double departmentProbability(String department) {
        return reading.topics().stream()
                .filter(guess -> department.equals(departmentOf(guess.topic())))
                .mapToDouble(Reading.Guess::probability)
                .sum();
    }

    private String departmentOf(String topic) {
        var known = rules.topics().get(topic);
        return known == null ? null : known.department();
    }
}
