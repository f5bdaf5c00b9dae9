package org.rightdoor.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rightdoor.understand.Reading;
import org.rightdoor.understand.Reading.Guess;
import org.rightdoor.understand.Reading.Kind;
import org.rightdoor.understand.Tone;
import org.rightdoor.understand.Tone.Urgency;

/** What the classifier's gate turns away waits at the front desk, and its family may be asked one question. */
class DoubtTest {

    private static final List<Guess> TWO = List.of(new Guess("bus-late", 0.4), new Guess("hours", 0.35));

    @TempDir
    Path directory;

    private RoutingRules rules;

    @BeforeEach
    void district() {
        rules = RoutingRules.load(SmallDistrict.in(directory).directory());
    }

    @Test
    void A_message_unlike_all_examples_goes_to_the_front_desk_which_is_told_what_came_closest() {
        var route = rules.route(facts(reading(TWO, Kind.QUESTION, Tone.CALM, 0.49)));

        assertThat(route.department()).isEqualTo("office");
        assertThat(route.topic()).isNull();
        assertThat(route.confidence()).isZero();
        assertThat(route.because())
                .containsExactly(
                        "it is too unlike all examples to be sure, so a person looks first", "closest: Buses (40 %)");
    }

    @Test
    void A_message_that_the_gate_lets_in_goes_to_the_likeliest_and_nothing_is_asked() {
        var facts = facts(reading(TWO, Kind.QUESTION, Tone.CALM, 0.5));

        assertThat(rules.route(facts).department()).isEqualTo("buses");
        assertThat(rules.doubt(rules.route(facts), facts)).isEmpty();
    }

    @Test
    void Where_two_departments_are_likely_both_are_named_with_their_topics() {
        assertThat(doubt(reading(TWO, Kind.REQUEST, Tone.CALM, 0.3)))
                .contains(new Doubt(List.of("buses", "office"), List.of("bus-late", "hours")));
    }

    @Test
    void Where_one_is_likely_nothing_is_asked() {
        var one = List.of(new Guess("bus-late", 0.6), new Guess("hours", 0.19));

        assertThat(doubt(reading(one, Kind.QUESTION, Tone.CALM, 0.3))).isEmpty();
    }

    @Test
    void Where_nothing_is_likely_nothing_is_asked() {
        var little = List.of(new Guess("bus-late", 0.3), new Guess("hours", 0.25));

        assertThat(doubt(reading(little, Kind.QUESTION, Tone.CALM, 0.3))).isEmpty();
    }

    @Test
    void Whoever_is_in_need_or_upset_is_not_asked_and_neither_is_a_robot() {
        var pressing = new Tone(Urgency.NOW, false, List.of("urgent"));
        var afraid = new Tone(Urgency.NONE, true, List.of("afraid"));

        assertThat(doubt(reading(TWO, Kind.QUESTION, pressing, 0.3))).isEmpty();
        assertThat(doubt(reading(TWO, Kind.QUESTION, afraid, 0.3))).isEmpty();
        assertThat(doubt(reading(TWO, Kind.COMPLAINT, Tone.CALM, 0.3))).isEmpty();
        assertThat(doubt(reading(TWO, Kind.CONCERN, Tone.CALM, 0.3))).isEmpty();
        assertThat(doubt(reading(TWO, Kind.AUTOMATIC, Tone.CALM, 0.3))).isEmpty();
    }

    @Test
    void A_topic_that_the_family_chose_is_not_doubted() {
        var facts = new Facts("hm", reading(TWO, Kind.QUESTION, Tone.CALM, 0.1), "web", null, "absence");

        assertThat(rules.route(facts).topic()).isEqualTo("absence");
        assertThat(rules.doubt(rules.route(facts), facts)).isEmpty();
    }

    private Optional<Doubt> doubt(Reading reading) {
        var facts = facts(reading);
        return rules.doubt(rules.route(facts), facts);
    }

    private static Facts facts(Reading reading) {
        return new Facts("about tomorrow then", reading, "web", null, null);
    }

    private static Reading reading(List<Guess> guesses, Kind kind, Tone tone, double belonging) {
        return new Reading(guesses, "en", kind, tone, List.of("tomorrow"), List.of(), belonging, null);
    }
}
