package org.rightdoor.understand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightdoor.understand.Tone.Urgency;

class ToneTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            This is urgent, call me                                       | NOW
            It's an emergency, I must pick her up                         | NOW
            This cannot wait until Monday                                 | NOW
            Es urgente, mi hijo necesita su medicina                      | NOW
            Necesito hablar con alguien ahora mismo                       | NOW
            I need the transcript by Friday                               | SOON
            Please answer as soon as possible                             | SOON
            Necesito la carta para mañana                                 | SOON
            Lo antes posible, por favor                                   | SOON
            This is not urgent, whenever you have time                    | NONE
            It's not at all an emergency                                  | NONE
            No es urgente                                                 | NONE
            No es nada urgente, solo una pregunta                         | NONE
            What do I do in a family emergency during school hours?       | NONE
            Can my child enroll right away without records?               | NONE
            ¿Cómo agrego un contacto de emergencia?                       | NONE
            The login was fixed in two minutes                            | NONE
            How do I change the emergency contact for my son?             | NONE
            The sign says "Emergency", what does it mean?                 | NONE
            He goes home immediately after school                         | NONE
            What is for lunch today?                                      | NONE
            The bus is late AGAIN, this is unacceptable                   | NONE
            """)
    void How_pressing_a_message_is_is_told_by_its_words(String text, Urgency urgency) {
        assertThat(tone(text).urgency()).isEqualTo(urgency);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            I am terrified, my daughter will not answer her phone         | true
            My son is scared to go to school, please help us              | true
            I don't know what to do anymore, he comes home crying         | true
            Estoy desesperada, mi hijo no quiere ir a la escuela          | true
            Mi hija tiene miedo de subir al autobús                       | true
            No sé qué hacer                                               | true
            This is RIDICULOUS. Third time this week. I am furious!       | false
            Estoy harta, nadie contesta el teléfono, es el colmo          | false
            I'm afraid the form is the wrong one                          | false
            She is not scared of the bus                                  | false
            No tiene miedo, solo pregunto                                 | false
            The play is called "Scared Stiff", when is it?                | false
            Where is the bus?                                             | false
            """)
    void Distress_is_told_apart_from_anger(String text, boolean distress) {
        assertThat(tone(text).distress()).isEqualTo(distress);
    }

    @Test
    void The_words_that_say_so_are_kept_as_they_were_written() {
        assertThat(tone("Es URGENTE: mi hija está llorando en la parada").signs())
                .containsExactly("urgente", "llorando");
        assertThat(tone("When does school start?")).isEqualTo(Tone.CALM);
    }

    @Test
    void A_reading_carries_the_tone_even_where_no_topic_was_read() {
        assertThat(Classifier.of(List.of(), null).read("please help me").tone().distress())
                .isTrue();
    }

    private static Tone tone(String text) {
        return Tone.of(Signs.unquoted(CleanText.of(text)));
    }
}
