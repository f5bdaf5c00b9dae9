package org.rightdoor.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

public class WorkTest {

    private static final String TEXT = "Where is bus 14?\nIt is late — señora Ruiz waits.";

    @Test
    void What_was_worked_for_is_let_through_whichever_way_its_lines_are_ended() {
        var proof = proof("nonce", TEXT);

        assertThat(Work.isDone("nonce", TEXT, proof)).isTrue();
        assertThat(Work.isDone("nonce", TEXT.replace("\n", "\r\n"), proof)).isTrue();
    }

    @Test
    void Work_for_one_question_is_worth_nothing_for_another() {
        var proof = proof("nonce", TEXT);

        assertThat(Work.isDone("nonce", "Buy our pills.", proof)).isFalse();
        assertThat(Work.isDone("another", TEXT, proof)).isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "-1", "1e9", "0x10", "123456789012345678901", "words"})
    void What_is_no_number_is_no_work(String proof) {
        assertThat(Work.isDone("nonce", TEXT, proof)).isFalse();
    }

    @Test
    void A_form_without_its_nonce_has_nothing_to_work_on() {
        assertThat(Work.isDone(null, TEXT, "1")).isFalse();
        assertThat(Work.isDone(" ", TEXT, "1")).isFalse();
    }

    /** Works as a browser does. */
    public static String proof(String nonce, String text) {
        for (var number = 0; ; number++) {
            if (Work.isDone(nonce, text, Integer.toString(number))) return Integer.toString(number);
        }
    }
}
