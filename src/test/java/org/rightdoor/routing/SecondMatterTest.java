package org.rightdoor.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rightdoor.understand.Passage;
import org.rightdoor.understand.Reading;
import org.rightdoor.understand.Reading.Guess;
import org.rightdoor.understand.Reading.Kind;
import org.rightdoor.understand.Tone;

/** A message about two matters, in a district whose fallback department is the office. */
class SecondMatterTest {

    private static final Reading WHOLE = reading(1, new Guess("hours", 0.7), new Guess("bus-late", 0.2));
    private static final Passage OFFICE =
            passage("When does school start tomorrow?", reading(1, new Guess("hours", 0.9)));
    private static final Passage BUS = passage("Why was bus 4 late?", reading(1, new Guess("bus-late", 0.85)));

    @TempDir
    Path directory;

    private RoutingRules rules;

    @BeforeEach
    void district() {
        rules = RoutingRules.load(SmallDistrict.in(directory).directory());
    }

    @Test
    void A_passage_that_is_clearly_for_another_department_is_a_second_matter() {
        var second = second(WHOLE, OFFICE, BUS).orElseThrow();

        assertThat(second.department()).isEqualTo("buses");
        assertThat(second.topic()).isEqualTo("bus-late");
        assertThat(second.text()).isEqualTo("Why was bus 4 late?");
        assertThat(second.because()).first().isEqualTo("quite sure (85 %)");
    }

    @Test
    void A_message_in_which_one_department_is_seen_holds_no_second_matter_whatever_its_passages_are_read_as() {
        var onlyOffice = reading(1, new Guess("hours", 0.99));
        var unread = List.of(passage("When does school start?", null), passage("Is it open?", null));

        assertThat(rules.mayHoldSecondMatter(onlyOffice, unread)).isFalse();
        assertThat(rules.mayHoldSecondMatter(WHOLE, unread)).isTrue();
        assertThat(rules.mayHoldSecondMatter(WHOLE, List.of())).isFalse();
    }

    @Test
    void A_passage_that_could_be_for_either_is_none() {
        assertThat(second(WHOLE, OFFICE, passage("Why was bus 4 late?", reading(1, new Guess("bus-late", 0.55)))))
                .isEmpty();
    }

    @Test
    void A_passage_that_the_gate_turns_away_is_none() {
        assertThat(second(WHOLE, OFFICE, passage("Why was bus 4 late?", reading(0.4, new Guess("bus-late", 0.9)))))
                .isEmpty();
    }

    @Test
    void A_passing_remark_that_asks_for_nothing_is_none() {
        assertThat(second(WHOLE, OFFICE, passage("She takes bus 4 at Hill.", reading(1, new Guess("bus-late", 0.9)))))
                .isEmpty();
    }

    @Test
    void A_passage_that_the_whole_message_does_not_support_is_none_unless_it_says_that_it_is_one_more_matter() {
        var onlyOffice = reading(1, new Guess("hours", 0.99));

        assertThat(second(onlyOffice, OFFICE, BUS)).isEmpty();
        assertThat(second(onlyOffice, OFFICE, new Passage("Also, bus 4 was late", true, BUS.reading())))
                .isPresent();
    }

    @Test
    void A_message_that_says_it_has_one_more_matter_need_not_support_the_one_it_began_with() {
        var onlyOffice = reading(1, new Guess("hours", 0.99));
        var also = new Passage("Also, when does school start?", true, OFFICE.reading());

        assertThat(second(onlyOffice, BUS, also)).isPresent();
    }

    @Test
    void Where_no_passage_is_about_the_owners_matter_the_passages_do_not_count() {
        assertThat(second(WHOLE, BUS, BUS)).isEmpty();
    }

    @Test
    void The_fallback_department_must_be_asked_in_plain_words_for_anything_may_be_read_as_its_own() {
        var route = new Route("buses", "bus-late", Priority.NORMAL, List.of(), List.of(), 0.9);
        var reading = reading(1, new Guess("hours", 0.95));

        assertThat(rules.secondMatter(route, WHOLE, List.of(BUS, passage("Who do I call?", reading))))
                .isEmpty();
        assertThat(rules.secondMatter(
                        route, WHOLE, List.of(BUS, new Passage("Also, when does school start?", true, reading))))
                .isPresent();
    }

    private Optional<SecondMatter> second(Reading whole, Passage... passages) {
        var route = new Route("office", "hours", Priority.NORMAL, List.of(), List.of(), 0.7);
        var second = rules.secondMatter(route, whole, List.of(passages));
        if (second.isPresent()) {
            assertThat(rules.mayHoldSecondMatter(whole, List.of(passages))).isTrue();
        }
        return second;
    }

    private static Passage passage(String text, Reading reading) {
        return new Passage(text, false, reading);
    }

    private static Reading reading(double belonging, Guess... guesses) {
        return new Reading(List.of(guesses), "en", Kind.QUESTION, Tone.CALM, List.of(), List.of(), belonging, null);
    }
}
