package org.rightdoor.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rightdoor.routing.LocalText;
import org.rightdoor.understand.Reading;
import org.rightdoor.understand.Reading.Guess;
import org.rightdoor.understand.Reading.Kind;

class AnswerFinderTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);

    private static final Answer BUS = new Answer(
            "bus",
            "bus-late",
            Map.of(
                    "en",
                            List.of(
                                    "Where is my child's bus?",
                                    "Where is the bus of my child right now?",
                                    "wheres the bus"),
                    "es", List.of("¿Dónde está el autobús de mi hijo?", "¿Dónde viene el autobús?")),
            text("en", "es"),
            LocalDate.of(2027, 7, 31));
    private static final Answer HOURS = new Answer(
            "hours",
            "hours",
            Map.of("en", List.of("What time does school start?", "When does school start in the morning?")),
            text("en", "es"),
            LocalDate.of(2027, 7, 31));
    private static final Answer OLD = new Answer(
            "old",
            "menu",
            Map.of("en", List.of("What is for lunch this week?", "What is on the menu this week?")),
            text("en"),
            LocalDate.of(2026, 8, 31));
    private static final Answer ENGLISH_TEXT_ONLY = new Answer(
            "english-text-only",
            "portal",
            Map.of("es", List.of("¿Cómo entro al portal de padres?")),
            text("en"),
            LocalDate.of(2027, 7, 31));

    private final AnswerFinder finder = new AnswerFinder(
            List.of(BUS, HOURS, OLD, ENGLISH_TEXT_ONLY),
            text -> text.contains("bus") ? en("bus-late", 0.9) : en("hours", 0.9));

    @Test
    void A_message_much_like_an_approved_question_gets_its_answer() {
        var match = finder.sure("hi, where is my childs bus??", en("bus-late", 0.9), TODAY);

        assertThat(match).hasValueSatisfying(found -> {
            assertThat(found.answer()).isEqualTo(BUS);
            assertThat(found.score()).isBetween(0.6, 1.0);
        });
    }

    @Test
    void Nothing_is_sure_when_the_message_is_read_as_something_else() {
        assertThat(finder.sure("Where is my child's bus?", en("bus-lost-item", 0.9), TODAY))
                .isEmpty();
        assertThat(finder.sure("Where is my child's bus?", Reading.NOTHING, TODAY))
                .isEmpty();
    }

    @Test
    void Nothing_is_sure_when_another_topic_is_likelier_than_the_answers_own() {
        var guesses = List.of(new Guess("bus-behavior", 0.5), new Guess("bus-late", 0.45));

        assertThat(finder.sure("Where is my child's bus?", new Reading(guesses, "en", Kind.QUESTION, List.of()), TODAY))
                .isEmpty();
    }

    @Test
    void Nothing_is_sure_when_the_words_are_other_words_however_likely_the_topic() {
        assertThat(finder.sure("the driver was rude to us", en("bus-late", 1), TODAY))
                .isEmpty();
    }

    @Test
    void Nothing_is_sure_when_two_answers_fit_alike() {
        var twin = new Answer(
                "twin", "bus-late", Map.of("en", List.of("where is my child's buss")), text("en"), LocalDate.MAX);
        var withTwin = new AnswerFinder(List.of(BUS, twin), text -> en("bus-late", 0.9));

        assertThat(withTwin.sure("Where is my child's bus?", en("bus-late", 0.9), TODAY))
                .isEmpty();
    }

    @Test
    void An_answer_is_given_in_the_language_of_the_message_or_not_at_all() {
        assertThat(finder.sure("¿Dónde está el autobús de mi hijo?", reading("es", "bus-late", 1), TODAY))
                .map(match -> match.answer().id())
                .contains("bus");
        assertThat(finder.sure("¿Cómo entro al portal de padres?", reading("es", "portal", 1), TODAY))
                .isEmpty();
        assertThat(finder.sure("Where is my child's bus?", reading("und", "bus-late", 1), TODAY))
                .isEmpty();
        assertThat(finder.sure("Where is my child's bus?", reading("fr", "bus-late", 1), TODAY))
                .isEmpty();
    }

    @Test
    void An_answer_is_given_on_its_last_day_and_not_after() {
        assertThat(finder.sure("What is for lunch this week?", en("menu", 1), OLD.expires()))
                .isPresent();
        assertThat(finder.sure("What is for lunch this week?", en("menu", 1), TODAY))
                .isEmpty();
    }

    @Test
    void A_long_message_is_for_a_person() {
        var sixty = "where is the bus ".repeat(15);

        assertThat(finder.sure(sixty, en("bus-late", 1), TODAY)).isPresent();
        assertThat(finder.sure(sixty + "now", en("bus-late", 1), TODAY)).isEmpty();
    }

    @Test
    void Suggestions_come_best_first_and_leave_out_what_has_expired() {
        var suggestions = finder.suggestions("what time is the bus this week", en("bus-late", 0.5), TODAY, 5);

        assertThat(suggestions).extracting(match -> match.answer().id()).containsExactly("bus", "hours");
        assertThat(finder.suggestions("what time is the bus", en("bus-late", 0.5), TODAY, 1))
                .hasSize(1);
    }

    @Test
    void Suggestions_are_sought_in_all_languages_when_the_language_is_unknown() {
        assertThat(finder.suggestions("portal padres", Reading.NOTHING, TODAY, 1))
                .extracting(match -> match.answer().id())
                .containsExactly("english-text-only");
    }

    @Test
    void A_text_without_words_finds_nothing_and_breaks_nothing() {
        assertThat(finder.sure("", en("bus-late", 1), TODAY)).isEmpty();
        assertThat(finder.suggestions("?!", Reading.NOTHING, TODAY, 3)).isEmpty();
    }

    @Test
    void Answers_that_are_easily_taken_for_each_other_are_given_only_nearly_word_for_word() {
        var confusable = List.of(
                answer("a", "How do I pay for lunch at school?", "How can I pay the lunch of my child?"),
                answer("b", "How do I pay for lunch at camp?", "How can I pay the lunch of my son?"));
        var distinct = List.of(
                answer("a", "How do I pay for lunch?", "How can I pay for lunch?"),
                answer("b", "Who may pick up my son?", "Who may pick up my daughter?"));

        assertThat(least(confusable)).isGreaterThan(0.9);
        assertThat(least(distinct)).isLessThan(0.9);
    }

    private static double least(List<Answer> answers) {
        return Sureness.learn(new QuestionIndex("en", answers), text -> en("meals", 0.9))
                .least();
    }

    private static Answer answer(String id, String... questions) {
        return new Answer(id, "meals", Map.of("en", List.of(questions)), text("en"), LocalDate.MAX);
    }

    private static LocalText text(String... languages) {
        return new LocalText(
                List.of(languages).stream().collect(Collectors.toMap(language -> language, language -> "text")));
    }

    private static Reading en(String topic, double probability) {
        return reading("en", topic, probability);
    }

    private static Reading reading(String language, String topic, double probability) {
        return new Reading(List.of(new Guess(topic, probability)), language, Kind.QUESTION, List.of());
    }
}
