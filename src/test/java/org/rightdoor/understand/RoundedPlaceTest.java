package org.rightdoor.understand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
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

            assertThat(cosineRounded(one, other)).isCloseTo(cosine(one, other), within(NOTHING));
            assertThat(cosineRounded(one, one)).isCloseTo(1, within(NOTHING));
        }
    }

    @Test
    void A_place_without_direction_is_near_nothing() {
        assertThat(cosineRounded(new float[Encoder.DIMENSIONS], place(new Random(1))))
                .isZero();
    }

    @Test
    void Two_places_along_one_dimension_or_along_all_are_told_as_near_as_they_are() {
        var along = new float[Encoder.DIMENSIONS];
        along[7] = 1;
        var all = new float[Encoder.DIMENSIONS];
        Arrays.fill(all, 1);

        assertThat(cosineRounded(along, along)).isCloseTo(1, within(NOTHING));
        assertThat(cosineRounded(Encoder.toUnitLength(all), all)).isCloseTo(1, within(NOTHING));
    }

    private static float cosineRounded(float[] one, float[] other) {
        var sought = RoundedPlace.sought(other);
        return RoundedPlace.of(one).cosine(sought, sought.products());
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
