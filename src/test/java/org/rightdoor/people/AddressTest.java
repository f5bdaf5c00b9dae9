package org.rightdoor.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    @ParameterizedTest
    @CsvSource({"(410) 555-0142, +14105550142", "410.555.0142, +14105550142", "+52 55 5555 0142, +525555550142"})
    void A_telephone_number_is_kept_in_international_form(String typed, String kept) {
        assertThat(Address.phone(typed)).contains(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "12", "call me", "410-555"})
    void What_cannot_be_a_telephone_number_is_refused(String typed) {
        assertThat(Address.phone(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Ana@Mail.Example, ana@mail.example", "' o.neil+x@a-b.example ', o.neil+x@a-b.example"})
    void An_e_mail_address_is_kept_in_lower_case(String typed, String kept) {
        assertThat(Address.email(typed)).contains(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ana", "ana@", "@mail.example", "a b@mail.example", "a@b\r\nBcc: c@d", "<a@b>"})
    void What_cannot_be_an_e_mail_address_is_refused(String typed) {
        assertThat(Address.email(typed)).isEmpty();
    }
}
