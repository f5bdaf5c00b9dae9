package org.rightdoor.understand;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CleanTextTest {

    @Test
    void Words_are_kept_as_written_beside_their_plain_forms() {
        var text = CleanText.of("Mi niño perdió su LONCHERA");

        assertThat(text.words()).containsExactly("Mi", "niño", "perdió", "su", "LONCHERA");
        assertThat(text.forms()).containsExactly("mi", "nino", "perdio", "su", "lonchera");
    }

    @Test
    void An_apostrophe_is_typed_or_not() {
        assertThat(CleanText.of("didn’t can't wont").forms()).containsExactly("didnt", "cant", "wont");
    }

    @Test
    void A_code_that_a_form_put_in_is_not_taken_for_many_words() {
        assertThat(CleanText.of("Where is bus 14? 9c94a53c-3a13-4c8b-9df6-3c9fa9caa49d")
                        .forms())
                .containsExactly("where", "is", "bus", "14", "?", "longnumber");
        assertThat(CleanText.of("The 10-year-olds of room 3b-annex, on August-15-2025")
                        .forms())
                .doesNotContain("longnumber");
    }

    @Test
    void Links_addresses_phones_and_long_numbers_are_made_alike() {
        var text = CleanText.of(
                "See https://maple.example/bus?x=1 or ana@maple.example, +1 (410) 555-0101, id 7654321, bus 14");

        assertThat(text.forms()).contains("weblink", "mailaddress", "phonenumber", "longnumber", "14");
        assertThat(text.text()).doesNotContain("maple", "410", "765");
    }

    @Test
    void They_are_found_without_a_beginning_and_among_other_signs() {
        assertThat(CleanText.of("HTTPS://maple.example").forms()).containsExactly("weblink");
        assertThat(CleanText.of("on www.maple.example").forms()).containsExactly("on", "weblink");
        assertThat(CleanText.of("niño 12345").forms()).containsExactly("nino", "longnumber");
        assertThat(CleanText.of("room 1234\tor\u200B 12").forms()).containsExactly("room", "1234", "or", "12");
    }

    @Test
    void One_letter_written_in_two_ways_is_one_letter() {
        assertThat(CleanText.of("ﬁeld ｂｕｓ cafe\u0301").forms()).containsExactly("field", "bus", "cafe");
    }

    @Test
    void Chinese_signs_stand_alone() {
        assertThat(CleanText.of("校车很晚").forms()).containsExactly("校", "车", "很", "晚");
    }

    @Test
    void A_mail_that_only_quotes_is_read_all_the_same() {
        assertThat(CleanText.of("> the bus is late\n> again").forms()).contains("bus", "late");
    }

    @Test
    void At_most_four_hundred_words_are_read() {
        assertThat(CleanText.of("word ".repeat(5_000)).forms()).hasSize(400);
    }
}
