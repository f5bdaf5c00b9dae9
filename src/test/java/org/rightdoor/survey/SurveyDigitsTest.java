package org.rightdoor.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SurveyDigitsTest {

    @ParameterizedTest
    @CsvSource({"4,4", " 5!,5", "0,0", "٣,3", "(2).,2", "‏٥,5"})
    void A_digit_of_any_script_is_an_answer(String text, int digit) {
        assertThat(SurveyDigits.digit(text)).isEqualTo(OptionalInt.of(digit));
    }

    @ParameterizedTest
    @ValueSource(strings = {"6", "42", "5 stars", "bus 3", "", "five", "4 5"})
    void Anything_else_is_a_message(String text) {
        assertThat(SurveyDigits.digit(text)).isEmpty();
    }
}
