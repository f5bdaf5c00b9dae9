package org.rightdoor.understand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rightdoor.understand.Blend.Known;
import org.rightdoor.understand.Heads.Look;

class BlendTest {

    private static final double[] FIRST = {0.9, 0.1};
    private static final double[] SECOND = {0.1, 0.9};

    @Test
    void A_view_that_is_right_is_heard_and_one_that_is_not_is_silenced() {
        var known = new ArrayList<Known>();
        for (int i = 0; i < 10; i++) {
            known.add(new Known(new Look(i % 2 == 0 ? FIRST : SECOND, FIRST, null, 0), i == 9 ? 1 : 0));
        }

        var blend = Blend.fit(known);

        assertThat(blend.meaning()).isGreaterThan(blend.lexical() + 0.5);
    }

    @Test
    void A_view_that_is_right_half_of_the_time_ends_up_saying_a_half() {
        var known =
                List.of(new Known(new Look(FIRST, FIRST, null, 0), 0), new Known(new Look(FIRST, FIRST, null, 0), 1));

        assertThat(Blend.fit(known).of(known.get(0).look())[0]).isCloseTo(0.5, within(0.05));
    }

    @Test
    void Probabilities_add_up_to_one_with_and_without_a_meaning() {
        assertThat(Blend.USUAL.of(new Look(FIRST, SECOND, null, 0))[0]
                        + Blend.USUAL.of(new Look(FIRST, SECOND, null, 0))[1])
                .isCloseTo(1, within(1e-9));
        assertThat(Blend.USUAL.of(new Look(FIRST, null, null, 0))[0]).isGreaterThan(0.5);
    }
}
