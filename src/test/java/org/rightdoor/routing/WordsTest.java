package org.rightdoor.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    gun            | He has a GUN!
                    gas smell      | there is a Gas-smell, in room 4
                    can't breathe  | she cant breathe
                    can't breathe  | she can’t breathe
                    autobús        | el autobus no llega
                    autobus        | ¿El autobús?
                    threat*        | he threatened me
                    threat*        | a threat
                    mi hij*        | no encuentro a mi hija
                    niño           | mi NIÑO
                    iep            | (IEP)
                    """)
    void Words_are_found_whatever_case_accents_and_punctuation(String phrase, String text) {
        assertThat(Words.of(List.of(phrase)).foundIn(text)).contains(phrase);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    gun        | the team has begun
                    gun        | gunpowder
                    gas smell  | gas does not smell
                    threat*    | nothreat
                    iep        | piep
                    """)
    void Parts_of_words_and_scattered_words_are_not_found(String phrase, String text) {
        assertThat(Words.of(List.of(phrase)).foundIn(text)).isEmpty();
    }

    @Test
    void The_first_phrase_that_is_found_is_named_as_it_was_written() {
        assertThat(Words.of(List.of("bomb", "Threat*")).foundIn("a threatening note"))
                .contains("Threat*");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    "¿El AUTOBÚS?  no llega…"   | " el autobus no llega "
                    "Don’t / DON`T"             | " dont dont "
                    "ﬁeld-trip №2, ｂｕｓ"        | " field trip no2 bus "
                    "İstanbul ΟΔΥΣΣΕΥΣ"         | " istanbul οδυσσευς "
                    "校车, 𝟚 x²"                 | " 校车 2 x2 "
                    "?!"                        | "  "
                    ""                          | "  "
                    """)
    void Text_is_folded_to_words_between_single_spaces(String text, String folded) {
        assertThat(Words.fold(text)).isEqualTo(folded);
    }

    @Test
    void What_can_never_be_found_is_refused() {
        assertThatThrownBy(() -> Words.of(List.of("*"))).isInstanceOf(IllegalArgumentException.class);
        assertThat(Words.complaint("a* b")).isPresent();
        assertThat(Words.complaint("a b*")).isEmpty();
    }

    @Test
    void Words_are_counted_without_punctuation() {
        assertThat(Words.count("Bus #14, late -- again?!")).isEqualTo(4);
        assertThat(Words.count(" ... ")).isZero();
    }
}
