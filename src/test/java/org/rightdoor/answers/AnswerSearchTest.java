package org.rightdoor.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rightdoor.answers.AnswerSearch.Found;
import org.rightdoor.routing.Topic;
import org.rightdoor.understand.Reading;

class AnswerSearchTest {

    private static Knowledge knowledge;
    private static AnswerSearch search;

    @BeforeAll
    static void learn() {
        knowledge = Knowledge.learned(Path.of("routing-rules"), Path.of("target/test-data/model"));
        search = new AnswerSearch(knowledge);
    }

    @ParameterizedTest(name = "{1} in {0}")
    @CsvSource({
        "en, lunch money, meal-pay-online",
        "en, kindergarden registation, enroll-kindergarten-age",
        "en, transcrip, records-transcript-order",
        "en, MapleRide, bus-late-where",
        "en, broken chromebok, device-broken-repair",
        "en, are we shut because of the ice, comm-closing-how-to-know",
        "es, autobus tarde, bus-late-where",
        "es, dinero del almuerso, meal-pay-online",
        "es, kinder, enroll-kindergarten-age",
        "en, ¿Dónde está el autobús?, bus-late-where",
    })
    void An_answer_is_among_the_first_three_by_its_meaning_or_its_words_misspelt_or_not(
            String language, String sought, String answer) {
        var found = find(sought, language).answers().stream().limit(3).map(Answer::id);
        assertThat(found).contains(answer);
    }

    @Test
    void A_topic_is_found_by_its_title_in_the_language_of_the_page() {
        assertThat(find("lottery", "en").topics()).extracting(Topic::key).contains("enroll-choice-lottery");
        assertThat(find("sorteo", "es").topics()).extracting(Topic::key).contains("enroll-choice-lottery");
    }

    @Test
    void A_misspelt_word_is_found_by_its_letters_alone() {
        assertThat(search.find("kindergarden", Reading.NOTHING, "en").answers())
                .extracting(Answer::id)
                .contains("enroll-kindergarten-age");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zzqx wvvk", "…", "🚌"})
    void Nothing_is_found_for_what_means_nothing(String sought) {
        assertThat(find(sought, "en")).isEqualTo(new Found(List.of(), List.of()));
    }

    private static Found find(String sought, String language) {
        return search.find(sought, knowledge.classifier().read(sought), language);
    }
}
