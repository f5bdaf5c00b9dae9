package org.rightdoor.desk.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SnippetTest {

    private static final Map<String, String> PLACES = Map.of("name", "Ana $1 Ruiz", "number", "1042", "school", "");

    @Test
    void Places_are_filled_in_and_unknown_ones_stay_for_the_writer_to_see() {
        assertThat(Snippet.filled("Hello {name}, about case {number}: {date}", PLACES))
                .isEqualTo("Hello Ana $1 Ruiz, about case 1042: {date}");
    }

    @Test
    void What_is_not_known_of_the_family_leaves_no_gap() {
        assertThat(Snippet.filled("Call the office of {school}.", PLACES)).isEqualTo("Call the office of.");
        assertThat(Snippet.filled("Hello {name},", Map.of("name", ""))).isEqualTo("Hello,");
        assertThat(Snippet.filled("{name}{name}", Map.of("name", "{number}", "number", "7")))
                .isEqualTo("{number}{number}");
    }

    @Test
    void What_cannot_be_kept_is_said() {
        assertThat(Snippet.fault(" ", "text")).contains("title");
        assertThat(Snippet.fault("title", " ")).contains("Write the text");
        assertThat(Snippet.fault("x".repeat(81), "text")).contains("80");
        assertThat(Snippet.fault("title", "x".repeat(5_001))).contains("5000");
        assertThat(Snippet.fault("title", "text")).isNull();
    }
}
