package org.rightdoor.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextBodyTest {

    private static final int LONGEST = 8;
    private static final String SIGNATURE = "- Maple Transportation, case #1042";
    private static final String REST = "All of it: https://ask.maple.example/cases/abc";

    @Test
    void A_short_text_is_signed() {
        assertThat(of("Bus 12 is ten minutes late.", SIGNATURE))
                .isEqualTo("Bus 12 is ten minutes late.\n- Maple Transportation, case #1042");
    }

    @Test
    void An_automatic_text_stays_as_it_is() {
        assertThat(of("We have your message.", "")).isEqualTo("We have your message.");
    }

    @Test
    void A_long_text_becomes_a_short_one_that_ends_at_a_word_with_the_way_to_the_rest() {
        var text = of("transportation ".repeat(200), SIGNATURE);
        assertThat(Segments.of(text).count()).isEqualTo(TextBody.SHORT);
        assertThat(text).endsWith("transportation...\n" + REST);
    }

    @Test
    void A_long_text_in_other_letters_is_shorter_still() {
        var text = of("autobús ".repeat(100), SIGNATURE);
        assertThat(Segments.of(text).count()).isEqualTo(TextBody.SHORT);
        assertThat(text).endsWith("autobús...\n" + REST);
    }

    @Test
    void A_long_text_without_spaces_is_not_cut_within_a_character() {
        for (var padding : new String[] {"", "x"}) {
            var text = of(padding + "🚌".repeat(1_000), SIGNATURE);
            assertThat(Segments.of(text).count()).isLessThanOrEqualTo(TextBody.SHORT);
            assertThat(text).endsWith("🚌...\n" + REST);
            assertThat(text.codePoints()).noneMatch(c -> Character.getType(c) == Character.SURROGATE);
        }
    }

    @Test
    void A_text_that_fits_only_without_its_signature_leaves_that_out() {
        var text = "x".repeat(153 * LONGEST);
        assertThat(of(text, SIGNATURE)).isEqualTo(text);
    }

    private static String of(String text, String lastLine) {
        return TextBody.of(text, lastLine, REST, LONGEST);
    }
}
