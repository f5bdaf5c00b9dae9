package org.rightdoor.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LettersTest {

    @Test
    void The_same_matter_in_other_words_and_with_mistakes_is_alike() {
        assertThat(likeness("Bus 14 is late again", "bus 14 late agian!!")).isGreaterThan(0.5);
        assertThat(likeness("El autobús 14 llega tarde", "el autobus 14 llega tarde"))
                .isGreaterThan(0.5);
        assertThat(likeness("Bus 14 is late again", "Bus 14 is late again")).isEqualTo(1);
    }

    @Test
    void Another_matter_is_not() {
        assertThat(likeness("Bus 14 is late again", "How do I put money on her lunch account?"))
                .isLessThan(0.2);
        assertThat(likeness("Bus 14 is late again", "")).isZero();
        assertThat(likeness("🚌🚌", "🚌🚌")).isZero();
    }

    private static double likeness(String a, String b) {
        return Letters.of(a).likeness(Letters.of(b));
    }
}
