package org.rightdoor.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RevocationTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "please stop texting me",
                "Stop please",
                "STOP SENDING ME THESE MESSAGES!!!",
                "Can you stop sending me texts",
                "pls stop",
                "don't text me",
                "Please don’t text this number",
                "do not contact me again",
                "remove me from your list",
                "Take my number off your texting list",
                "remove my number please",
                "no more texts",
                "I don't want any more of these messages",
                "I no longer wish to receive text messages",
                "unsubscribe me",
                "unsubscribe from all messages",
                "opt me out please",
                "I'd like to opt out of these texts",
                "I revoke my consent to be contacted",
                "Sorry, you have the wrong number",
                "wrong number",
                "lose my number",
                "leave me alone",
                "Stop all alerts",
                "quit texting me",
                "por favor dejen de mandarme mensajes",
                "deja de escribirme",
                "No me manden más mensajes",
                "no quiero recibir más mensajes",
                "ya no quiero sus mensajes",
                "no me escriban",
                "no más mensajes por favor",
                "quítenme de la lista",
                "borren mi número",
                "denme de baja",
                "quiero darme de baja de los mensajes",
                "Número equivocado",
                "dejen de molestar",
                "basta ya"
            })
    void A_sentence_that_asks_for_no_more_texts_is_noticed(String text) {
        assertThat(Revocation.mayBeMeantBy(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "please stop the bus at Elm Street",
                "the bus did not stop for my son",
                "Which bus stop is ours now?",
                "can you stop by the office",
                "how do I opt out of state testing",
                "I want to opt out of yearbook photos",
                "my son needs no more text books",
                "why did you not text me when the bus was late",
                "when does the term end",
                "cancel my daughter's lunch order",
                "remove my son from the bus list, he rides with me",
                "the phone number on your page is wrong",
                "I got your message, thanks",
                "I do not want him to ride bus 14",
                "how do I unsubscribe from the bus app",
                "I withdraw my child from the school",
                "I did not get any text messages about the closing",
                "no me mandaron la tarea",
                "el autobús no para en mi calle",
                "quiero dar de baja a mi hijo de la escuela",
                "no quiero que mi hija vaya en el autobús 14",
                "para cuando es la inscripción",
                "deje un mensaje ayer y nadie me llamó",
                "¿a qué número llamo?",
                "",
                "🚌"
            })
    void A_sentence_about_buses_tests_and_children_is_left_alone(String text) {
        assertThat(Revocation.mayBeMeantBy(text)).isFalse();
    }
}
