package org.rightdoor.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rightdoor.understand.Reading;
import org.rightdoor.understand.Reading.Guess;
import org.rightdoor.understand.Reading.Kind;
import org.rightdoor.understand.Reading.Like;
import org.rightdoor.understand.Tone;
import org.rightdoor.understand.Tone.Urgency;
import org.rightdoor.understand.TrainingText;

/** A rule and a message side by side. */
class RuleTest {

    @TempDir
    Path directory;

    private static final Reading LATE = reading("bus-late", 0.8);

    @Test
    void Without_a_rule_the_likeliest_topic_decides_and_its_words_say_why() {
        var route = rules("[]").route(sms("bus 4 is late", LATE));

        assertThat(route)
                .isEqualTo(new Route(
                        "buses",
                        "bus-late",
                        Priority.NORMAL,
                        List.of(),
                        List.of("fairly sure (80 %)", "words: late, bus"),
                        0.8));
    }

    @Test
    void Where_nothing_was_read_the_fallback_department_has_it() {
        var route = rules("[]").route(sms("???", Reading.NOTHING));

        assertThat(route.department()).isEqualTo("office");
        assertThat(route.topic()).isNull();
        assertThat(route.confidence()).isZero();
        assertThat(route.because()).containsExactly("nothing in the text speaks for a topic");
    }

    @Test
    void Two_topics_of_one_department_together_beat_a_likelier_one_of_another() {
        var guesses = List.of(new Guess("hours", 0.4), new Guess("bus-late", 0.3), new Guess("bus-lost-item", 0.25));

        var route = rules("[]").route(sms("bus?", new Reading(guesses, "en", Kind.QUESTION, List.of("hours"))));

        assertThat(route.department()).isEqualTo("buses");
        assertThat(route.topic()).isEqualTo("bus-late");
        assertThat(route.confidence()).isEqualTo(0.55);
        assertThat(route.because()).containsExactly("not sure (55 %): could also be Office (40 %)");
    }

    @Test
    void It_is_shown_beside_what_the_district_wrote_itself_and_never_beside_what_another_family_wrote() {
        var own = "The bus is late. ".repeat(9).strip();
        SmallDistrict.in(directory).append("training/buses.en.tsv", "bus-late\t" + own + "\n");
        var likes = List.of(
                new Like(new TrainingText("bus-late", "en", "My son Tim has waited since six"), 0.9),
                new Like(new TrainingText("bus-late", "en", own), 0.8),
                new Like(new TrainingText("hours", "en", "When does the office open?"), 0.7));

        var route = RoutingRules.load(directory).route(sms("late", with(likes)));

        assertThat(route.because())
                .hasSize(3)
                .last()
                .asString()
                .startsWith("like: “The bus is late. The")
                .endsWith("…” — The bus is late");
    }

    @Test
    void A_topic_that_no_longer_exists_counts_as_nothing_read() {
        assertThat(rules("[]").route(sms("pool", reading("pool", 0.9))).topic()).isNull();
    }

    @Test
    void A_topic_the_person_chose_beats_the_reading() {
        var route = rules("[]").route(new Facts("bus late", LATE, "web", null, "hours"));

        assertThat(route.department()).isEqualTo("office");
        assertThat(route.topic()).isEqualTo("hours");
        assertThat(route.confidence()).isEqualTo(1);
        assertThat(route.because()).containsExactly("the family chose this topic");
    }

    @Test
    void A_rule_beats_the_topic_the_person_chose() {
        var rules = rules("- {id: r, when: {words: jacket}, then: {topic: bus-lost-item}}");

        var route = rules.route(new Facts("his jacket", LATE, "web", null, "hours"));

        assertThat(route.topic()).isEqualTo("bus-lost-item");
        assertThat(route.department()).isEqualTo("buses");
        assertThat(route.because()).containsExactly("rule r");
    }

    @Test
    void A_rule_that_only_ranks_leaves_the_route_and_its_reasons() {
        var rules = rules("- {id: r, when: {topic: bus-late}, then: {priority: high, tags: [a, b]}, note: {en: why}}");

        var route = rules.route(sms("bus late", LATE));

        assertThat(route.department()).isEqualTo("buses");
        assertThat(route.priority()).isEqualTo(Priority.HIGH);
        assertThat(route.tags()).containsExactly("a", "b");
        assertThat(route.confidence()).isEqualTo(0.8);
        assertThat(route.because()).containsExactly("rule r: why", "fairly sure (80 %)", "words: late, bus");
    }

    @Test
    void A_rule_may_send_a_topic_to_another_department() {
        var rules = rules("- {id: r, when: {topic: bus-late}, then: {department: office}}");

        var route = rules.route(sms("bus late", LATE));

        assertThat(route.department()).isEqualTo("office");
        assertThat(route.topic()).isEqualTo("bus-late");
    }

    @Test
    void A_reading_below_the_rules_limit_goes_where_the_rule_says_and_has_no_topic() {
        var rules = rules("- {id: r, when: {confidence-below: 0.25}, then: {department: office, topic: none}}");

        var unsure = rules.route(sms("hm", reading("bus-late", 0.2)));

        assertThat(unsure.department()).isEqualTo("office");
        assertThat(unsure.topic()).isNull();
        assertThat(unsure.confidence()).isEqualTo(0.2);
        assertThat(rules.route(sms("hm", reading("bus-late", 0.25))).topic()).isEqualTo("bus-late");
        assertThat(rules.route(new Facts("hm", reading("bus-late", 0.2), "web", null, "hours"))
                        .topic())
                .isEqualTo("hours");
    }

    @Test
    void The_first_rule_that_matches_wins() {
        var rules = rules(
                """
                - {id: one, when: {words: [smoke]}, then: {tags: [one]}}
                - {id: two, when: {words: [bus]}, then: {tags: [two]}}
                - {id: three, when: {words: [late]}, then: {tags: [three]}}
                """);

        assertThat(rules.route(sms("bus late", LATE)).tags()).containsExactly("two");
    }

    @Test
    void All_conditions_must_hold_and_in_a_list_any_is_enough() {
        var rules = rules(
                """
                - id: r
                  when:
                    words: [bus, van]
                    and-words: [iep, wheelchair]
                    without-words: [report]
                    topic: [bus-late, hours]
                    department: buses
                    channel: [sms, email]
                    school: hill
                    language: en
                    kind: [question, concern]
                    urgency: [soon, now]
                    distress: true
                    shorter-than: 6
                  then: {tags: [hit]}
                """);
        var late = sounding(new Tone(Urgency.SOON, true, List.of()));
        var hit = new Facts("the van for her wheelchair", late, "sms", "hill", null);

        assertThat(rules.route(hit).tags()).containsExactly("hit");
        for (var miss : List.of(
                new Facts("the car for her wheelchair", late, "sms", "hill", null),
                new Facts("the van for her friend", late, "sms", "hill", null),
                new Facts("report van wheelchair", late, "sms", "hill", null),
                new Facts("the van for her wheelchair today", late, "sms", "hill", null),
                new Facts(hit.text(), reading("bus-lost-item", 0.8), "sms", "hill", null),
                new Facts(hit.text(), reading("hours", 0.8), "sms", "hill", null),
                new Facts(hit.text(), late, "web", "hill", null),
                new Facts(hit.text(), late, "sms", "valley-high", null),
                new Facts(hit.text(), late, "sms", null, null),
                new Facts(hit.text(), sounding(new Tone(Urgency.NONE, true, List.of())), "sms", "hill", null),
                new Facts(hit.text(), sounding(new Tone(Urgency.NOW, false, List.of())), "sms", "hill", null),
                new Facts(hit.text(), Reading.NOTHING, "sms", "hill", null),
                new Facts(hit.text(), new Reading(LATE.topics(), "es", Kind.QUESTION, List.of()), "sms", "hill", null),
                new Facts(hit.text(), new Reading(LATE.topics(), "en", Kind.THANKS, List.of()), "sms", "hill", null))) {
            assertThat(rules.route(miss).tags()).as(miss.toString()).isEmpty();
        }
    }

    @Test
    void What_presses_and_what_tells_of_distress_comes_first_and_the_words_say_why() {
        var rules = rules("- {id: r, when: {words: jacket}, then: {topic: bus-lost-item, priority: normal}}");

        var pressing = rules.route(sms("late", sounding(new Tone(Urgency.NOW, false, List.of("right away")))));
        var both = rules.route(sms("late", sounding(new Tone(Urgency.NOW, true, List.of("urgent", "terrified")))));
        var ruled = rules.route(sms("jacket", sounding(new Tone(Urgency.NOW, true, List.of("urgent")))));

        assertThat(pressing.priority()).isEqualTo(Priority.HIGH);
        assertThat(pressing.because()).last().isEqualTo("pressing: “right away”");
        assertThat(both.priority()).isEqualTo(Priority.URGENT);
        assertThat(both.because()).last().isEqualTo("pressing, and in distress: “urgent”, “terrified”");
        assertThat(ruled.priority()).isEqualTo(Priority.NORMAL);
        assertThat(ruled.because()).containsExactly("rule r", "pressing, and in distress: “urgent”");
        assertThat(rules.route(sms("late", sounding(new Tone(Urgency.SOON, false, List.of("asap")))))
                        .priority())
                .isEqualTo(Priority.NORMAL);
    }

    private RoutingRules rules(String yaml) {
        SmallDistrict.in(directory).write("rules.yml", yaml);
        return RoutingRules.load(directory);
    }

    private static Facts sms(String text, Reading reading) {
        return new Facts(text, reading, "sms", null, null);
    }

    private static Reading sounding(Tone tone) {
        return new Reading(LATE.topics(), "en", Kind.QUESTION, tone, LATE.evidence(), List.of(), 1, null);
    }

    private static Reading with(List<Like> likes) {
        return new Reading(LATE.topics(), "en", Kind.QUESTION, Tone.CALM, LATE.evidence(), likes, 1, null);
    }

    private static Reading reading(String topic, double probability) {
        return new Reading(List.of(new Guess(topic, probability)), "en", Kind.QUESTION, List.of("late", "bus"));
    }
}
