package org.rightdoor.desk.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rightdoor.desk.inbox.Highlight.Piece;

class HighlightTest {

    @Test
    void Words_are_marked_whatever_their_capitals_and_accents() {
        assertThat(marked("ruiz autobus", "El AUTOBÚS de la señora Ruíz"))
                .isEqualTo("El [AUTOBÚS] de la señora [Ruíz]");
        assertThat(marked("Đường", "con duong va ĐƯỜNG")).isEqualTo("con [duong] va [ĐƯỜNG]");
    }

    @Test
    void Only_whole_words_are_marked_but_the_last_may_go_on() {
        assertThat(marked("bus", "business by bus, minibus")).isEqualTo("business by [bus], minibus");
        assertThat(marked("Gonz", "Mr. Gonzalez")).isEqualTo("Mr. [Gonz]alez");
    }

    @Test
    void A_part_of_a_Chinese_sentence_is_marked() {
        assertThat(marked("校车", "请问校车几点来？")).isEqualTo("请问[校车]几点来？");
    }

    @Test
    void An_excerpt_shows_where_most_of_it_stands_and_never_cuts_a_character() {
        var long1 = "😀".repeat(200) + " the late bus " + "😀".repeat(200);
        var pieces = new Highlight("late bus").excerpt(List.of("only a bus", long1));
        assertThat(text(pieces)).contains("[late] [bus]").startsWith("… ").endsWith(" …");
        for (var piece : pieces) assertThat(piece.text()).doesNotMatch(".*[\\ud800-\\udbff]$");
        assertThat(new Highlight("nowhere").excerpt(List.of("only a bus"))).isEmpty();
    }

    @Test
    void What_somebody_wrote_stays_text() {
        assertThat(new Highlight("script").in("<script>alert(1)</script>"))
                .contains(new Piece("<", false), new Piece("script", true));
    }

    private static String marked(String typed, String text) {
        return text(new Highlight(typed).in(text));
    }

    private static String text(List<Piece> pieces) {
        return pieces.stream()
                .map(piece -> piece.hit() ? "[" + piece.text() + "]" : piece.text())
                .collect(Collectors.joining());
    }
}
