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
    void Letters_that_no_language_here_is_written_with_are_unknown() {
        assertThat(LANGUAGES.of(CleanText.of("xqzj"))).isEqualTo(Reading.UNKNOWN_LANGUAGE);
    }

    @Test
    void With_texts_in_one_language_only_the_script_tells() {
        var english = Languages.learn(List.of(new TrainingText("bus-late", "en", "The bus is late")));

        assertThat(english.of(CleanText.of("The bus is late"))).isEqualTo(Reading.UNKNOWN_LANGUAGE);
        assertThat(english.of(CleanText.of("متى يصل الباص"))).isEqualTo("ar");
    }
}
