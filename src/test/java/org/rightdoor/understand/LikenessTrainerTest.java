package org.rightdoor.understand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class LikenessTrainerTest {

    private static final Lexicon WORDS = Lexicon.of(List.of("gun", "menu", "zebra"));
    private static final LexicalView.Seen GUN = words("gun");
    private static final LexicalView.Seen MENU = words("menu");
    private static final LexicalView.Seen UNKNOWN = words("zebra");

    private final Likeness likeness = LikenessTrainer.learn(
            List.of(place(0), place(0), place(4), place(4)), List.of(GUN, GUN, MENU, MENU), WORDS.size(), new int[] {
                0, 0, 1, 1
            });

    @Test
    void What_it_has_learnt_it_knows_again() {
        assertThat(likeness.of(place(0), GUN)).isGreaterThan(0.4);
        assertThat(likeness.of(place(4), MENU)).isLessThan(-0.4);
    }

    @Test
    void Meaning_speaks_where_the_words_are_unknown_and_words_where_the_meaning_is() {
        assertThat(likeness.of(place(0), UNKNOWN)).isPositive();
        assertThat(likeness.of(place(4), UNKNOWN)).isNegative();
        assertThat(likeness.of(place(8), GUN)).isPositive();
        assertThat(likeness.of(place(8), MENU)).isNegative();
    }

    /** It solves (K + 1/4 or 1/2) says = wanted; two pairs of equal texts have it in closed form. */
    @Test
    void It_finds_the_solution_of_the_ridge_equations() {
        // Each text has itself and its twin beside it, in place and in words, and the other pair far off.
        double far = 2 * Math.exp(-3);
        double calls = 4 + 0.25;
        double everyday = 4 + 0.5;
        double determinant = calls * everyday - far * far;
        assertThat(likeness.says()[0]).isCloseTo((float) ((everyday + far) / determinant), offset(1e-3f));
        assertThat(likeness.says()[2]).isCloseTo((float) (-(calls + far) / determinant), offset(1e-3f));
    }

    @Test
    void It_is_the_same_when_it_was_kept_in_a_file() throws IOException {
        var bytes = new ByteArrayOutputStream();
        likeness.writeTo(new DataOutputStream(bytes), WORDS);
        var kept = Likeness.from(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())), WORDS);
        assertThat(kept.of(place(2), GUN)).isEqualTo(likeness.of(place(2), GUN));
    }

    private static LexicalView.Seen words(String word) {
        return new LexicalView.Seen(new int[] {WORDS.number(word)}, new float[] {1});
    }

    /** Of length 1, square to all others. */
    private static float[] place(int direction) {
        var place = new float[Encoder.DIMENSIONS];
        place[direction] = 1;
        return place;
    }
}
