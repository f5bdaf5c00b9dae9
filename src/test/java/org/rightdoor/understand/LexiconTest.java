package org.rightdoor.understand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LexiconTest {

    @Test
    void Each_of_many_names_has_its_number_and_no_other_has_one() {
        var names = IntStream.range(0, 100_000).mapToObj(i -> "c=" + i + "ñ").toList();
        var lexicon = Lexicon.of(names);
        assertThat(lexicon.size()).isEqualTo(names.size());
        for (int i = 0; i < names.size(); i++) {
            assertThat(lexicon.number(names.get(i))).isEqualTo(i);
            assertThat(lexicon.number("d=" + i + "ñ")).isEqualTo(Lexicon.NONE);
        }
        assertThat(lexicon.name(0)).isEqualTo("c=0ñ");
        assertThat(lexicon.name(99_999)).isEqualTo("c=99999ñ");
    }

    @Test
    void An_empty_one_knows_nothing() {
        assertThat(Lexicon.of(List.of()).number("bus")).isEqualTo(Lexicon.NONE);
    }

    @Test
    void Keys_of_features_are_those_of_their_names_in_their_order() {
        var forms =
                "the the bus is late late again my niño waits at the bus stop 我 的 at-a-very-long-word-of-forty-letters"
                        .repeat(3)
                        .split(" ");
        var byName = new LexicalFeatures()
                .extractFeatures(forms, Map.of()).stream()
                        .mapToLong(Lexicon::key)
                        .toArray();
        assertThat(LexicalFeatures.keys(forms)).containsExactly(byName);
        assertThat(LexicalFeatures.keys(new String[0])).hasSize(1);
    }
}
