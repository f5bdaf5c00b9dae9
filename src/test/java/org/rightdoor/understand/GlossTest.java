package org.rightdoor.understand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlossTest {

    private static Gloss spanish;

    @BeforeAll
    static void read() throws IOException {
        spanish = Gloss.of("es", Set.of("situation", "roll")::contains);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "¿Dónde está el autobús? | where is the bus ?",
                "donde esta mi hijo | where this my son",
                "el bus no llegó hoy | the bus does not arrive today",
                "xq no hay clases mañana | because no school tomorrow",
                "quiero pagar el almuerzo | i want pay the lunch",
                "Hablamos con la maestra | we speak with the teacher",
                "no pude llamarlos antes | i could not call them before",
                "mis hijitas | my daughter",
                "los lápices y las flores | the pencil and the flower",
                "el niño empieza tarde | the boy begin late",
                "busqué una mochila roja | i search a backpack red",
                "una situación difícil | a situation difficult",
            })
    void Spanish_is_said_word_by_word_in_English(String text, String english) {
        assertThat(spanish.of(text)).isEqualTo(english);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mañana", "¿cuándo empieza?", "DÓNDE ESTÁ LA OFICINA", "por favor"})
    void A_few_words_are_enough(String text) {
        assertThat(spanish.of(text)).isNotEqualTo(text);
    }

    @Test
    void Names_and_words_that_are_not_listed_stay() {
        assertThat(spanish.of("mi hija se llama Xochitl y va a Maplewood"))
                .isEqualTo("my daughter is called xochitl and goes to maplewood");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Where is the bus?",
                "no me",
                "roll dice",
                "how do you say mañana in Spanish",
                "Meu filho não pegou o ônibus da escola hoje",
                "Ki lè bis la ap pase nan katye a?",
                "Xe buýt đến lúc mấy giờ?",
                "校车什么时候来",
                "🚌🚌",
                "",
            })
    void What_is_not_clearly_Spanish_stays_as_it_is(String text) {
        assertThat(spanish.of(text)).isEqualTo(text);
    }

    @Test
    void A_very_long_text_is_said_as_far_as_it_is_read() {
        assertThat(spanish.of("el autobús ".repeat(5_000)))
                .startsWith("the bus the bus")
                .hasSizeLessThan(2_000);
    }

    @Test
    void A_language_without_a_list_is_told() {
        assertThatThrownBy(() -> Gloss.of("xx", word -> false))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("gloss-xx.txt");
    }
}
