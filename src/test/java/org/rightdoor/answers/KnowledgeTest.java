package org.rightdoor.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rightdoor.routing.Facts;
import org.rightdoor.understand.Reading;
import org.rightdoor.understand.Reading.Guess;
import org.rightdoor.understand.Reading.Kind;

/** What the sample district knows, taken together: messages go where they belong and answers only where they may. */
class KnowledgeTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);

    private static Knowledge knowledge;

    @BeforeAll
    static void learn() {
        knowledge = Knowledge.learned(Path.of("routing-rules"), Path.of("target/test-data/model"));
    }

    @Test
    void A_text_about_a_late_bus_reaches_transportation() {
        var text = "bus 14 is late again, my son is waiting at the stop";

        var route =
                knowledge.rules().route(new Facts(text, knowledge.classifier().read(text), "sms", null, null));

        assertThat(route.department()).isEqualTo("transportation");
        assertThat(route.because()).isNotEmpty();
    }

    @Test
    void An_approved_question_in_its_own_words_gets_its_own_answer_or_none() {
        var wrong = new ArrayList<String>();
        var given = 0;
        for (var answer : knowledge.answers().all()) {
            for (var question : answer.questions().getOrDefault("en", List.of())) {
                var found = atOnce(question);
                if (found != null && !found.equals(answer.id())) {
                    wrong.add(question + " got " + found);
                }
                given += found == null ? 0 : 1;
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(given).isGreaterThan(100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "How do I apply for free or reduced-price meals? my lawyer will call you",
                "¿Cómo pago el almuerzo? mi hija dice que quiere quitarse la vida",
                "How do I apply for free or reduced-price meals? A boy has a gun"
            })
    void A_forbidden_word_keeps_even_a_clear_question_for_a_person(String text) {
        assertThat(knowledge.forbids(text, knowledge.classifier().read(text))).isPresent();
        assertThat(atOnce(text)).isNull();
    }

    @Test
    void A_topic_that_is_only_second_likeliest_still_forbids() {
        var guesses = List.of(new Guess("bus-late", 0.5), new Guess("safety-missing-child", 0.3));

        assertThat(knowledge.forbids("hello", new Reading(guesses, "en", Kind.QUESTION, List.of())))
                .contains("missing-child");
        assertThat(knowledge.forbids("hello", new Reading(guesses.subList(0, 1), "en", Kind.QUESTION, List.of())))
                .isEmpty();
    }

    @Test
    void A_complaint_gets_no_ready_answer() {
        var question = "How do I apply for free or reduced-price meals?";
        var read = knowledge.classifier().read(question);

        assertThat(atOnce(question)).isEqualTo("meal-free-apply");
        assertThat(knowledge.answerAtOnce(
                        question,
                        new Reading(read.topics(), read.language(), Kind.COMPLAINT, read.evidence()),
                        Asker.ANYBODY,
                        TODAY))
                .isEmpty();
    }

    private static String atOnce(String text) {
        return knowledge
                .answerAtOnce(text, knowledge.classifier().read(text), Asker.ANYBODY, TODAY)
                .map(match -> match.answer().id())
                .orElse(null);
    }
}
