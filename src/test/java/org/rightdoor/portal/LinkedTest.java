package org.rightdoor.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LinkedTest {

    @Test
    void Pages_addresses_and_telephones_can_be_pressed_and_nothing_of_the_text_is_lost() {
        var text =
                "See https://maple.example/bus. Call 410-555-0101, or write to bus@maple.example (room 12-3456-7890).";
        var pieces = Linked.in(text);
        assertThat(pieces.stream().map(Linked::text).collect(Collectors.joining()))
                .isEqualTo(text);
        assertThat(pieces)
                .filteredOn(piece -> piece.href() != null)
                .extracting(Linked::href)
                .containsExactly("https://maple.example/bus", "tel:+14105550101", "mailto:bus@maple.example");
    }

    @Test
    void A_script_is_no_page() {
        assertThat(Linked.in("javascript:alert(1) \"https://a.example\" <b>"))
                .extracting(Linked::href)
                .containsExactly(null, "https://a.example", null);
    }
}
