package org.rightdoor.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rightdoor.channel.sms.Keywords.Wish;

class KeywordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "STOP",
                "stop",
                " Unsubscribe ",
                "END",
                "QUIT",
                "STOPALL",
                "REVOKE",
                "OPTOUT",
                "opt out",
                "Opt-out",
                "CANCEL",
                "Stop!",
                "alto",
                "¡Alto!",
                "Parar",
                "CANCELAR",
                "baja",
                "Darme de baja",
                "no más",
                "FIN"
            })
    void A_message_that_is_a_stop_word_and_nothing_else_opts_out(String text) {
        assertThat(Keywords.wish(text)).isEqualTo(Wish.STOP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"START", "unstop", "Iniciar"})
    void A_start_word_opts_in(String text) {
        assertThat(Keywords.wish(text)).isEqualTo(Wish.START);
    }

    @ParameterizedTest
    @ValueSource(strings = {"YES", "yes!", "Sí", "si"})
    void A_yes_is_a_start_or_an_answer(String text) {
        assertThat(Keywords.wish(text)).isEqualTo(Wish.YES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stop the bus please",
                "Please help",
                "end of term?",
                "¡ayuda!",
                "bus stop",
                "",
                "🚌",
                "alto y bajo"
            })
    void A_sentence_with_such_a_word_is_a_person_s(String text) {
        assertThat(Keywords.wish(text)).isEqualTo(Wish.NONE);
    }

    @Test
    void Twilio_acts_on_the_English_words_only_and_only_as_they_are() {
        assertThat(Keywords.areTwiliosOwn("stop")).isTrue();
        assertThat(Keywords.areTwiliosOwn(" HELP ")).isTrue();
        assertThat(Keywords.areTwiliosOwn("Stop!")).isFalse();
        assertThat(Keywords.areTwiliosOwn("ALTO")).isFalse();
        assertThat(Keywords.areTwiliosOwn("AYUDA")).isFalse();
    }

    @Test
    void Some_stop_words_are_also_answers() {
        assertThat(Keywords.mayBeAnAnswer("Cancel")).isTrue();
        assertThat(Keywords.mayBeAnAnswer("cancelar")).isTrue();
        assertThat(Keywords.mayBeAnAnswer("STOP")).isFalse();
        assertThat(Keywords.mayBeAnAnswer("ALTO")).isFalse();
    }
}
