package org.rightdoor.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.rightdoor.understand.Embedding;

class GistTest {

    private final Random random = new Random(7);

    @Test
    void A_byte_a_dimension_tells_the_same_likeness_as_the_vectors() {
        for (int i = 0; i < 100; i++) {
            var one = vector();
            var other = vector();
            assertThat(Gist.of(new Embedding(one)).likeness(Gist.of(new Embedding(other))))
                    .isCloseTo(cosine(one, other), within(0.01));
        }
    }

    @Test
    void What_is_like_nothing_and_what_another_encoder_placed_is_alike_to_nothing() {
        var gist = Gist.of(new Embedding(vector()));
        assertThat(gist.likeness(gist)).isCloseTo(1, within(1e-9));
        assertThat(gist.likeness(new Gist(new byte[384]))).isZero();
        assertThat(gist.likeness(new Gist(new byte[12]))).isZero();
    }

    private float[] vector() {
        var vector = new float[384];
        for (int i = 0; i < vector.length; i++) vector[i] = (float) random.nextGaussian() + 0.5f;
        return vector;
    }

    private static double cosine(float[] one, float[] other) {
        double both = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i < one.length; i++) {
            both += one[i] * other[i];
            first += one[i] * one[i];
            second += other[i] * other[i];
        }
        return both / Math.sqrt(first * second);
    }
}
