package org.rightdoor.understand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

    private static final Languages LANGUAGES = Languages.learn(Texts.DISTRICT);

    @ParameterizedTest
    @CsvSource({
        "where is the bus, en",
        "donde esta mi hijo, es",
        "¿Dónde está la parada?, es",
        "a que hora, es",
        "متى يصل الباص, ar",
        "校车什么时候来, zh",
        "где автобус, und",
        "バスはどこですか, und",
        "🚌, und",
    })
    void A_short_text_tells_its_language_by_script_or_by_its_letters(String text, String language) {
        assertThat(LANGUAGES.of(CleanText.of(text))).isEqualTo(language);
    }

    @Test
    void A_word_that_all_languages_have_in_common_is_in_none_of_them() {
        assertThat(LANGUAGES.of(CleanText.of("ok"))).isEqualTo(Reading.UNKNOWN_LANGUAGE);
    }

    @ParameterizedTest
    @CsvSource({"ok, en", "ok, es", "ok, ht", "no, es", "no, en", "si, es"})
    void A_word_of_several_languages_is_in_the_one_that_the_person_is_known_to_write(String text, String own) {
        assertThat(LANGUAGES.of(CleanText.of(text), own)).isEqualTo(own);
    }

    @ParameterizedTest
    @CsvSource({
        "where is the bus this morning, es, en",
        "gracias, en, es",
        "¿Dónde está la parada del autobús?, en, es",
        "校车什么时候来, en, zh",
        "where is the bus this morning, xx, en",
    })
    void A_sentence_is_in_the_language_it_is_written_in_whoever_wrote_it(String text, String own, String language) {
        assertThat(LANGUAGES.of(CleanText.of(text), own)).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource({
        "kilè otobis la ap vini, ht",
        "kile lekol la ap komanse, ht",
        "onde fica a escola, pt",
        "mi hijo no tiene clases, es",
        "meu filho não tem aula, pt",
        "xe buýt đến trễ, vi",
        "khi nao truong mo cua, vi",
        "my kid is sick, en",
    })
    void Languages_of_families_are_known_before_the_district_has_written_in_them(String text, String language) {
        assertThat(Languages.learn(List.of()).of(CleanText.of(text))).isEqualTo(language);
    }
}
