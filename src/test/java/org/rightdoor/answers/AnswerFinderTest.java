package org.rightdoor.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rightdoor.people.Person;
import org.rightdoor.routing.LocalText;
import org.rightdoor.understand.Reading;
import org.rightdoor.understand.Reading.Guess;
import org.rightdoor.understand.Reading.Kind;
import org.rightdoor.understand.Tone;

/** A district with an answer about the place of each of many things, enough to learn from when one may be given. */
class AnswerFinderTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 8, 31);
    private static final LocalDate LATER = LocalDate.of(2027, 7, 31);

    private static final List<String> THINGS = List.of(
            "autobus",
            "calendar",
            "diploma",
            "elevator",
            "football",
            "guitar",
            "history",
            "insurance",
            "jacket",
            "kitchen",
            "laptop",
            "menu",
            "notebook",
            "orchestra",
            "playground",
            "quarantine",
            "registrar",
            "scholarship",
            "transcript",
            "uniform",
            "vaccine",
            "waiver",
            "xylophone",
            "yearbook",
            "zoology",
            "principal",
            "nurse",
            "library");

    private static final Set<String> ONE_SCHOOL = Set.of("hill");

    private final AnswerFinder finder = AnswerFinder.tryingOut(answers(), AnswerFinderTest::read);

    @Test
    void A_message_much_like_an_approved_question_gets_its_answer() {
        var match = finder.sure("hi, where is the autobus??", about("autobus"), Asker.ANYBODY, TODAY);

        assertThat(match)
                .hasValueSatisfying(found -> assertThat(found.answer().id()).isEqualTo("autobus"));
    }

    @Test
    void Nothing_is_sure_when_the_message_is_read_as_something_else() {
        assertThat(finder.sure("where is the autobus", about("calendar"), Asker.ANYBODY, TODAY))
                .isEmpty();
        assertThat(finder.sure("where is the autobus", Reading.NOTHING, Asker.ANYBODY, TODAY))
                .isEmpty();
    }

    @Test
    void Nothing_is_sure_when_another_topic_is_likelier_than_the_answers_own() {
        var guesses = List.of(new Guess("calendar", 0.5), new Guess("autobus", 0.45));

        assertThat(finder.sure(
                        "where is the autobus",
                        new Reading(guesses, "en", Kind.QUESTION, List.of()),
                        Asker.ANYBODY,
                        TODAY))
                .isEmpty();
    }

    @Test
    void Nothing_is_sure_when_the_words_are_other_words_however_likely_the_topic() {
        assertThat(finder.sure("the driver was rude to us", about("autobus"), Asker.ANYBODY, TODAY))
                .isEmpty();
    }

    @Test
    void Nothing_is_sure_when_the_message_may_belong_to_no_topic_at_all() {
        var read = about("autobus");
        var doubted = new Reading(read.topics(), "en", Kind.QUESTION, Tone.CALM, List.of(), List.of(), 0.49, null);

        assertThat(finder.sure("where is the autobus", doubted, Asker.ANYBODY, TODAY))
                .isEmpty();
    }

    @Test
    void Few_questions_do_not_show_when_an_answer_may_be_given() {
        var few = AnswerFinder.tryingOut(answers().subList(0, 3), AnswerFinderTest::read);

        assertThat(few.sure("where is the autobus", about("autobus"), Asker.ANYBODY, TODAY))
                .isEmpty();
        assertThat(few.suggestions("where is the autobus", about("autobus"), null, TODAY, 3))
                .isNotEmpty();
    }

    @Test
    void An_answer_is_given_in_the_language_of_the_message_or_not_at_all() {
        assertThat(finder.sure("donde queda autobus", reading("es", "autobus"), Asker.ANYBODY, TODAY))
                .map(match -> match.answer().id())
                .contains("autobus");
        assertThat(finder.sure("donde queda nurse", reading("es", "nurse"), Asker.ANYBODY, TODAY))
                .as("its text is English only")
                .isEmpty();
        assertThat(finder.sure("where is the autobus", reading("und", "autobus"), Asker.ANYBODY, TODAY))
                .isEmpty();
        assertThat(finder.sure("where is the autobus", reading("fr", "autobus"), Asker.ANYBODY, TODAY))
                .isEmpty();
    }

    @Test
    void An_answer_is_given_on_its_last_day_and_not_after() {
        assertThat(finder.sure("where is the menu", about("menu"), Asker.ANYBODY, LAST_DAY))
                .isPresent();
        assertThat(finder.sure("where is the menu", about("menu"), Asker.ANYBODY, TODAY))
                .isEmpty();
    }

    @Test
    void An_answer_of_one_school_is_given_to_its_own_families_only() {
        assertThat(finder.sure("where is the library", about("library"), new Asker("hill", null), TODAY))
                .isPresent();
        assertThat(finder.sure("where is the library", about("library"), new Asker("lake", null), TODAY))
                .isEmpty();
        assertThat(finder.sure("where is the library", about("library"), Asker.ANYBODY, TODAY))
                .isEmpty();
    }

    @Test
    void Of_an_answer_of_another_school_staff_hear_nothing_and_of_one_that_may_fit_they_do() {
        assertThat(ids(finder.suggestions("where is the library", about("library"), "lake", TODAY, 9)))
                .doesNotContain("library");
        assertThat(ids(finder.suggestions("where is the library", about("library"), null, TODAY, 9)))
                .startsWith("library");
    }

    @Test
    void An_answer_for_staff_is_given_to_who_works_for_the_district_and_to_nobody_else() {
        assertThat(finder.sure("where is the waiver", about("waiver"), new Asker(null, Person.Role.STAFF), TODAY))
                .isPresent();
        assertThat(finder.sure("where is the waiver", about("waiver"), new Asker(null, Person.Role.PARENT), TODAY))
                .isEmpty();
        assertThat(finder.sure("where is the waiver", about("waiver"), new Asker(null, Person.Role.STUDENT), TODAY))
                .isEmpty();
    }

    @Test
    void An_answer_that_is_not_for_families_is_for_staff_to_give() {
        assertThat(finder.sure("where is the waiver", about("waiver"), Asker.ANYBODY, TODAY))
                .isEmpty();
        assertThat(ids(finder.suggestions("where is the waiver", about("waiver"), null, TODAY, 1)))
                .containsExactly("waiver");
    }

    @Test
    void A_long_message_is_for_a_person() {
        var sixty = "where is the autobus ".repeat(15);

        assertThat(finder.sure(sixty, about("autobus"), Asker.ANYBODY, TODAY)).isPresent();
        assertThat(finder.sure(sixty + "now", about("autobus"), Asker.ANYBODY, TODAY))
                .isEmpty();
    }

    @Test
    void Suggestions_come_best_first_and_leave_out_what_has_expired() {
        var suggestions =
                ids(finder.suggestions("where is the autobus calendar menu", about("autobus"), null, TODAY, 2));

        assertThat(suggestions).containsExactlyInAnyOrder("autobus", "calendar");
    }

    @Test
    void Suggestions_are_sought_in_all_languages_when_the_language_is_unknown() {
        assertThat(ids(finder.suggestions("donde queda nurse", Reading.NOTHING, null, TODAY, 1)))
                .containsExactly("nurse");
    }

    @Test
    void A_text_without_words_finds_nothing_and_breaks_nothing() {
        assertThat(finder.sure("", about("autobus"), Asker.ANYBODY, TODAY)).isEmpty();
        assertThat(finder.suggestions("?!", Reading.NOTHING, null, TODAY, 3)).isEmpty();
    }

    private static List<String> ids(List<AnswerFinder.Match> matches) {
        return matches.stream().map(match -> match.answer().id()).toList();
    }

    private static List<Answer> answers() {
        var answers = new ArrayList<Answer>();
        for (var thing : THINGS) {
            var languages = thing.equals("nurse") ? Set.of("en") : Set.of("en", "es");
            answers.add(new Answer(
                    thing,
                    thing,
                    Map.of("en", english(thing), "es", spanish(thing)),
                    new LocalText(languages.stream().collect(Collectors.toMap(language -> language, language -> "x"))),
                    thing.equals("menu") ? LAST_DAY : LATER,
                    thing.equals("library") ? ONE_SCHOOL : Set.of(),
                    thing.equals("waiver") ? Set.of("staff") : Set.of("families", "staff"),
                    true));
        }
        return answers;
    }

    private static List<String> english(String thing) {
        return List.of(
                "where is the " + thing,
                "where can I find the " + thing + "?",
                "I am looking for the " + thing,
                "how do I get to the " + thing,
                "could you show me the " + thing + " please",
                thing + " where?");
    }

    private static List<String> spanish(String thing) {
        return List.of(
                "¿Dónde está " + thing + "?",
                "¿Dónde encuentro " + thing + "?",
                "busco " + thing,
                "¿Cómo llego a " + thing + "?",
                "donde queda " + thing,
                thing + " por favor");
    }

    private static Reading read(String text) {
        return about(THINGS.stream().filter(text::contains).findFirst().orElseThrow());
    }

    private static Reading about(String topic) {
        return reading("en", topic);
    }

    private static Reading reading(String language, String topic) {
        return new Reading(List.of(new Guess(topic, 0.9)), language, Kind.QUESTION, List.of());
    }
}
