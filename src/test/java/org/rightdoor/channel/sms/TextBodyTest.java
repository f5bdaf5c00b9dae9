package org.rightdoor.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextBodyTest {

    private static final String SIGNATURE = "- Maple Transportation, case #1042";
    private static final String REST = "All of it: https://ask.maple.example/cases/abc";

    @Test
    void A_short_text_is_signed() {
        assertThat(TextBody.of("Bus 12 is ten minutes late.", SIGNATURE, REST))
                .isEqualTo("Bus 12 is ten minutes late.\n- Maple Transportation, case #1042");
    }

    @Test
    void An_automatic_text_stays_as_it_is() {
        assertThat(TextBody.of("We have your message.", "", REST)).isEqualTo("We have your message.");
    }

    @Test
    void A_long_text_ends_at_a_word_with_the_way_to_the_rest() {
        var text = TextBody.of("transportation ".repeat(200), SIGNATURE, REST);
        assertThat(text).hasSizeLessThanOrEqualTo(TextBody.LONGEST).endsWith("transportation...\n" + REST);
    }

    @Test
    void A_long_text_without_spaces_is_not_cut_within_a_character() {
        for (var padding : new String[] {"", "x"}) {
            var text = TextBody.of(padding + "🚌".repeat(1_000), SIGNATURE, REST);
            assertThat(text).hasSizeLessThanOrEqualTo(TextBody.LONGEST).endsWith("🚌...\n" + REST);
            assertThat(text.codePoints()).noneMatch(c -> Character.getType(c) == Character.SURROGATE);
        }
    }

    @Test
    void A_text_that_fits_only_without_its_signature_leaves_that_out() {
        var text = "no bus ".repeat(TextBody.LONGEST / 7).strip();
        assertThat(TextBody.of(text, SIGNATURE, REST)).isEqualTo(text);
    }
}
