package org.rightdoor.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentsTest {

    @ParameterizedTest
    @CsvSource({"0, 1", "160, 1", "161, 2", "306, 2", "307, 3", "459, 3", "460, 4"})
    void Plain_characters_fit_160_times_and_153_times_into_each_part(int characters, int count) {
        assertThat(Segments.of("a".repeat(characters)).count()).isEqualTo(count);
    }

    @ParameterizedTest
    @CsvSource({"70, 1", "71, 2", "134, 2", "135, 3"})
    void One_other_character_more_than_halves_what_fits(int characters, int count) {
        var text = "’" + "a".repeat(characters - 1);
        assertThat(Segments.of(text)).isEqualTo(new Segments(count, characters, false));
        assertThat(Segments.of(PlainCharacters.of(text)).gsm7()).isTrue();
    }

    @Test
    void A_character_of_two_places_is_never_torn_apart() {
        assertThat(Segments.of("€".repeat(80)).count()).isEqualTo(1);
        assertThat(Segments.of("a".repeat(152) + "€" + "a".repeat(151)).count()).isEqualTo(2);
        assertThat(Segments.of("a".repeat(152) + "€" + "a".repeat(152)).count()).isEqualTo(3);
        assertThat(Segments.of("🚌".repeat(35)).count()).isEqualTo(1);
        assertThat(Segments.of("🚌".repeat(67)).count()).isEqualTo(3);
    }

    @Test
    void Letters_that_telephones_have_are_plain_and_other_accents_are_not() {
        assertThat(Segments.of("¿Mañana? ¡Sí, à la École, für Ängste!").gsm7()).isFalse();
        assertThat(Segments.of("¿Mañana? ¡Señora, à l'École, für Ängste!").gsm7())
                .isTrue();
        assertThat(Segments.of("autobús").gsm7()).isFalse();
    }

    @Test
    void What_a_word_processor_makes_is_folded_and_accents_and_emoji_stay() {
        assertThat(PlainCharacters.of("“Yes” – it’s\u00A0late… • «no»\u200B"))
                .isEqualTo("\"Yes\" - it's late... - \"no\"");
        assertThat(PlainCharacters.of("autobús más allá 👨‍👩‍👧 متى")).isEqualTo("autobús más allá 👨‍👩‍👧 متى");
        assertThat(PlainCharacters.of("man\u0303ana")).isEqualTo("mañana");
    }
}
