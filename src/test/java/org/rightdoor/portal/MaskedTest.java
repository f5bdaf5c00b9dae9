package org.rightdoor.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MaskedTest {

    @Test
    void An_email_address_keeps_two_letters_and_its_ending() {
        assertThat(Masked.email("dana.ruiz@example.com")).isEqualTo("d***@e***.com");
        assertThat(Masked.email("d@localhost")).isEqualTo("d***@l***");
    }

    @Test
    void A_number_keeps_two_digits() {
        assertThat(Masked.phone("+14105550101")).isEqualTo("***-**01");
    }
}
