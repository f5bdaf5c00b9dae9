package org.rightdoor.understand;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightdoor.understand.Reading.Kind;

class KindsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            thank you!!                                              | THANKS
            ok gracias                                               | THANKS
            thanks, that solved it                                   | THANKS
            Muchas gracias por su ayuda                              | THANKS
            thx 🙏                                                   | THANKS
            Thanks but the bus is still not here                     | COMPLAINT
            thank you, when does school start?                       | QUESTION
            thanks?                                                  | QUESTION
            ok                                                       | QUESTION
            When does school start                                   | QUESTION
            The bus is late AGAIN, this is unacceptable              | COMPLAINT
            Nadie contesta el teléfono, es el colmo                  | COMPLAINT
            I am worried about my son, he is scared to go to school  | CONCERN
            Me preocupa que mi hija llore todos las mañanas          | CONCERN
            It would be nice if the library opened on Saturdays      | SUGGESTION
            Sugiero que pongan una banca en la parada                | SUGGESTION
            Kudos to the driver of bus 14, she is so kind            | COMPLIMENT
            Excelente trabajo de la maestra de mi hijo               | COMPLIMENT
            Is Ms. Reed still the best teacher in the building?      | QUESTION
            """)
    void The_kind_of_a_message_is_told_by_its_words(String text, Kind kind) {
        assertThat(Kinds.of(CleanText.of(text))).isEqualTo(kind);
    }
}
