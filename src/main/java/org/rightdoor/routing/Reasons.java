package org.rightdoor.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.rightdoor.understand.Reading;
import org.rightdoor.understand.Reading.Guess;
import org.rightdoor.understand.Reading.Like;
import org.rightdoor.understand.Tone;

/**
 * Why a message goes where it goes, one reason a line, in words for staff: how sure that is and what else it could be,
 * {@code words: } that spoke for it, and what it is {@code like: }.
 */
record Reasons(RoutingRules rules, Situation situation) {

    /** Below this another department is not worth a thought. */
    private static final double WORTH_A_THOUGHT = 0.15;

    private static final int MOST_LIKES = 2;
    private static final int LONGEST_LIKE = 120;

    List<String> lines() {
        if (situation.topic() == null) {
            return List.of("nothing in the text speaks for a topic");
        }
        if (situation.chosen()) {
            return List.of(byStaff() ? "chosen when it was written down" : "the family chose this topic");
        }
        if (situation.isTurnedAway()) {
            return List.of(
                    "it is too unlike all examples to be sure, so a person looks first",
                    "closest: " + departmentName(situation.department()) + " (" + Route.percent(situation.confidence())
                            + ")");
        }
        var lines = new ArrayList<String>();
        lines.add(sureness());
        if (situation.topic().equals(reading().topic()) && !reading().evidence().isEmpty()) {
            lines.add("words: " + String.join(", ", reading().evidence()));
        }
        likes().map(this::like).forEach(lines::add);
        return List.copyOf(lines);
    }

    /** What in the text is pressing or tells of distress; nothing for a calm message. */
    static List<String> ofTone(Tone tone) {
        if (tone.signs().isEmpty()) {
            return List.of();
        }
        var what = tone.urgency() == Tone.Urgency.NONE
                ? "in distress"
                : tone.distress() ? "pressing, and in distress" : "pressing";
        return List.of(what + ": “" + String.join("”, “", tone.signs()) + "”");
    }

    private boolean byStaff() {
        return "phone".equals(situation.facts().channel());
    }

    private String sureness() {
        return Route.sureness(situation.confidence())
                + rival().map(other -> ": could also be " + departmentName(other.topic()) + " ("
                                + Route.percent(other.probability()) + ")")
                        .findFirst()
                        .orElse("");
    }

    private Stream<Guess> rival() {
        return situation.departments(rules.topics()).stream()
                .filter(other -> !other.topic().equals(situation.department()))
                .filter(other -> other.probability() >= WORTH_A_THOUGHT);
    }

    /** Only what the district wrote down itself may be shown: anything else is another family's letter. */
    private Stream<Like> likes() {
        return reading().likes().stream()
                .filter(like -> rules.trainingTexts().contains(like.text()))
                .filter(like -> rules.department(like.text().topic()).equals(situation.department()))
                .limit(MOST_LIKES);
    }

    private String like(Like like) {
        return "like: “" + abbreviated(like.text().text()) + "” — "
                + rules.topics().get(like.text().topic()).title().in("en");
    }

    private String departmentName(String key) {
        return rules.departments().get(key).name().in("en");
    }

    private Reading reading() {
        return situation.facts().reading();
    }

    private static String abbreviated(String text) {
        var line = text.strip().replaceAll("\\s+", " ");
        if (line.codePointCount(0, line.length()) <= LONGEST_LIKE) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, LONGEST_LIKE - 1)).strip() + "…";
    }
}
