package org.rightdoor.insight;

import java.util.Arrays;
import java.util.List;

/**
 * What a measure means, in the words of docs/measures.md, for who reads the page.
 *
 * @param is what is added up
 * @param of what it is divided by
 */
record Meaning(String title, String is, String of) {

    static List<Meaning> all() {
        return Arrays.stream(Measure.values()).map(Meaning::of).toList();
    }

    static Meaning of(Measure measure) {
        return switch (measure) {
            case CONTACTS_PER_CASE ->
                new Meaning(measure.title(), "counted contacts of the case and of all that became part of it", "cases");
            case FIRST_CONTACT ->
                new Meaning(measure.title(), "resolved, with one contact, and never opened again", "settled cases");
            case BY_ANSWER ->
                new Meaning(
                        measure.title(),
                        "resolved, an approved answer was given by itself, no person answered",
                        "settled cases");
            case FIRST_ANSWER ->
                new Meaning(
                        measure.title(),
                        "open minutes from the opening to the first answer that staff wrote",
                        "cases so answered");
            case SETTLING ->
                new Meaning(
                        measure.title(),
                        "open minutes from the opening until it was resolved, without those in which it was the family's turn",
                        "settled cases");
            case PROMISES_KEPT ->
                new Meaning(
                        measure.title(),
                        "answers, settlements and follow-ups that came when they were promised",
                        "promises that ended or broke");
            case COURTESY -> new Meaning(measure.title(), "what families answered, 1 to 5", "their answers");
            case REROUTED -> new Meaning(measure.title(), "staff gave it to another department at least once", "cases");
            case REROUTE_TIME ->
                new Meaning(
                        measure.title(),
                        "open minutes that it had been with the department that gave it away",
                        "times it was sent on");
            case REOPENED -> new Meaning(measure.title(), "by the family or by staff, at least once", "cases");
            case HANDOVERS -> new Meaning(measure.title(), "given to another colleague after somebody had it", "cases");
            case ANSWERS_HELPED ->
                new Meaning(
                        measure.title(),
                        "the family, or staff after it, said that it fitted",
                        "answers that somebody judged");
        };
    }
}
