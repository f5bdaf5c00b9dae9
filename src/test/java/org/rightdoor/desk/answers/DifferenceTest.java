package org.rightdoor.desk.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DifferenceTest {

    @Test
    void Only_the_words_that_changed_are_marked() {
        assertThat(shown("Call us at 410-555-0112 from 8 to 4.", "Call us at 410-555-0199 from 8 to 4."))
                .isEqualTo("Call us at -410-555-0112 +410-555-0199 from 8 to 4.");
        assertThat(shown("", "All new.")).isEqualTo("+All new.");
        assertThat(shown("Gone.", "")).isEqualTo("-Gone.");
        assertThat(Difference.of("a  b", "a b").isNone())
                .as("spaces are no change")
                .isTrue();
    }

    @Test
    void Put_together_the_pieces_are_the_new_text_and_the_old_words() {
        var before = "One two three.\n\nFour five.";
        var after = "Zero two three four.\n\nFive five six.";
        assertThat(Difference.of(before, after).pieces().stream()
                        .filter(piece -> !piece.removed())
                        .map(Difference.Piece::text)
                        .collect(Collectors.joining()))
                .isEqualTo(after);
        var long1 = "word ".repeat(2_000);
        assertThat(Difference.of(long1, long1 + "end").pieces()).hasSize(2);
    }

    private static String shown(String before, String after) {
        return Difference.of(before, after).pieces().stream()
                .map(piece -> (piece.removed() ? "-" : piece.added() ? "+" : "") + piece.text())
                .collect(Collectors.joining());
    }
}
