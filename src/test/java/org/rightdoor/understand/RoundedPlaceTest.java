package org.rightdoor.understand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RoundedPlaceTest {

    private static final float NOTHING = 0.002f;

    @Test
    void Rounding_hardly_changes_how_near_two_places_are() {
        var random = new Random(1);
        for (int pair = 0; pair < 200; pair++) {
            var one = place(random);
            var other = place(random);

            assertThat(RoundedPlace.of(one).cosine(other)).isCloseTo(cosine(one, other), within(NOTHING));
            assertThat(RoundedPlace.of(one).cosine(one)).isCloseTo(1, within(NOTHING));
        }
    }

    @Test
    void A_place_without_direction_is_near_nothing() {
        assertThat(RoundedPlace.of(new float[Encoder.DIMENSIONS]).cosine(place(new Random(1))))
                .isZero();
    }

    private static float[] place(Random random) {
        var place = new float[Encoder.DIMENSIONS];
        for (int i = 0; i < place.length; i++) {
            place[i] = (float) random.nextGaussian();
        }
        return Encoder.toUnitLength(place);
    }

    private static float cosine(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return (float) sum;
    }
}
