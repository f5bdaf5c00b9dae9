package org.rightdoor.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rightdoor.inquiry.Actor;
import org.rightdoor.inquiry.Inquiry;
import org.rightdoor.routing.Priority;
import org.rightdoor.routing.Route;
import org.rightdoor.routing.RoutingRules;
import org.rightdoor.understand.Reading;
import org.rightdoor.understand.Reading.Guess;
import org.rightdoor.understand.Reading.Kind;

class SameMatterTest {

    private static final RoutingRules RULES = RoutingRules.load(Path.of("routing-rules"));
    private static final Instant NOW = Instant.parse("2026-10-05T12:00:00Z");

    private final Inquiry lateBus = matter("transportation", "bus-late", NOW.minus(Duration.ofHours(2)));
    private final Inquiry menu = matter("nutrition", "meal-menu", NOW.minus(Duration.ofDays(1)));

    @Test
    void The_same_topic_continues_the_matter() {
        assertThat(saying(8, guess("bus-late", 0.8)).among(List.of(menu, lateBus)))
                .contains(lateBus);
    }

    @Test
    void A_neighbouring_topic_of_the_same_department_continues_it_unless_it_is_plainly_another() {
        assertThat(saying(8, guess("bus-no-show", 0.45), guess("bus-tracking", 0.3))
                        .among(List.of(lateBus)))
                .contains(lateBus);
        assertThat(saying(8, guess("bus-lost-item", 0.9)).among(List.of(lateBus)))
                .isEmpty();
    }

    @Test
    void Another_departments_matter_is_a_new_one() {
        assertThat(saying(8, guess("enroll-new", 0.9)).among(List.of(lateBus, menu)))
                .isEmpty();
    }

    @Test
    void A_few_words_continue_what_was_just_talked_about() {
        assertThat(saying(2).among(List.of(menu, lateBus))).contains(lateBus);
        assertThat(saying(3, guess("comm-alerts", 0.2)).among(List.of(menu, lateBus)))
                .contains(lateBus);
    }

    @Test
    void A_few_words_do_not_wake_what_has_slept_for_a_week() {
        var old = matter("transportation", "bus-late", NOW.minus(Duration.ofDays(7)));
        assertThat(saying(2).among(List.of(old))).isEmpty();
        assertThat(saying(8, guess("bus-late", 0.8)).among(List.of(old))).contains(old);
    }

    @Test
    void After_two_weeks_the_same_topic_is_a_new_matter() {
        var ancient = matter("transportation", "bus-late", NOW.minus(Duration.ofDays(15)));
        assertThat(saying(8, guess("bus-late", 0.9)).among(List.of(ancient))).isEmpty();
    }

    @Test
    void A_settled_matter_wakes_within_five_days() {
        var settled = matter("transportation", "bus-late", NOW.minus(Duration.ofDays(4)));
        settled.resolve(Actor.RIGHTDOOR);
        var settledLongAgo = matter("transportation", "bus-late", NOW.minus(Duration.ofDays(6)));
        settledLongAgo.resolve(Actor.RIGHTDOOR);
        assertThat(saying(8, guess("bus-late", 0.8)).among(List.of(settled, settledLongAgo)))
                .contains(settled);
        assertThat(saying(8, guess("bus-late", 0.8)).among(List.of(settledLongAgo)))
                .isEmpty();
    }

    @Test
    void The_topic_a_person_picks_on_the_page_decides() {
        var picked = new SameMatter(reading(guess("bus-late", 0.9)), "meal-menu", 8, NOW, RULES);
        assertThat(picked.among(List.of(lateBus, menu))).contains(menu);
        assertThat(picked.among(List.of(lateBus))).isEmpty();
    }

    @Test
    void An_answer_to_our_text_belongs_to_it_unless_it_is_plainly_about_something_else() {
        assertThat(saying(12, guess("comm-alerts", 0.3), guess("bus-late", 0.05))
                        .fits(lateBus))
                .isTrue();
        assertThat(saying(12, guess("enroll-new", 0.8)).fits(lateBus)).isFalse();
    }

    private static SameMatter saying(int words, Guess... guesses) {
        return new SameMatter(reading(guesses), null, words, NOW, RULES);
    }

    private static Reading reading(Guess... guesses) {
        return new Reading(Arrays.asList(guesses), "en", Kind.QUESTION, List.of());
    }

    private static Guess guess(String topic, double probability) {
        return new Guess(topic, probability);
    }

    private static Inquiry matter(String department, String topic, Instant lastContact) {
        var matter = Inquiry.openedBy(1, null, "a matter", lastContact);
        matter.route(new Route(department, topic, Priority.NORMAL, List.of(), List.of(), 0.8));
        return matter;
    }
}
