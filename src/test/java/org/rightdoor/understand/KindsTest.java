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
            I am not complaining, I only wonder when the bus comes   | QUESTION
            No me quejo, solo pregunto a qué hora sale el autobús    | QUESTION
            The flyer says "terrible things happen", is it yours?    | QUESTION
            My son told me "I am scared of the boys on the bus"      | CONCERN
            Could you please send me a copy of his report card       | REQUEST
            Please update our phone number                           | REQUEST
            I would like to schedule a meeting with the counselor    | REQUEST
            ¿Me puede mandar la boleta de mi hijo?                   | REQUEST
            Quisiera cambiar la parada de mi hija                    | REQUEST
            Out of Office: I am away until Monday.                   | AUTOMATIC
            Automatic reply: Your message was received.              | AUTOMATIC
            Thank you for your email. I am out of the office until 5 | AUTOMATIC
            Este es un mensaje automático, no responda               | AUTOMATIC
            I got an automatic reply and nothing since               | QUESTION
            Out of office hours, who answers the phone?              | QUESTION
            Is Ms. Reed still the best teacher in the building?      | QUESTION
            """)
    void The_kind_of_a_message_is_told_by_its_words(String text, Kind kind) {
        var clean = CleanText.of(text);

        assertThat(Kinds.of(clean, Signs.unquoted(clean))).isEqualTo(kind);
    }
}
