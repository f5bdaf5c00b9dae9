package org.rightdoor.understand;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrecedentsTest {

    @TempDir
    Path cache;

    @Test
    void A_message_is_shown_beside_the_examples_that_mean_the_same_in_whatever_language() {
        var likes = Classifier.of(Texts.DISTRICT, null)
                .read("the school transport is half an hour delayed")
                .likes();

        assertThat(likes)
                .extracting(like -> like.text().text())
                .containsExactly(
                        "¿Por qué está retrasado el camión de la escuela?",
                        "Our school bus is running twenty minutes behind");
        assertThat(likes).allSatisfy(like -> {
            assertThat(like.text().topic()).isEqualTo("bus-late");
            assertThat(like.likeness()).isBetween(0.45, 1.0);
        });
        assertThat(likes).isSortedAccordingTo((a, b) -> Double.compare(b.likeness(), a.likeness()));
    }

    @Test
    void Without_the_encoder_it_is_shown_beside_those_that_share_its_words() {
        var byWords = Classifier.of(Texts.DISTRICT, (Path) null, null);

        assertThat(byWords.read("how do i enroll my neighbors child").likes())
                .first()
                .satisfies(
                        like -> assertThat(like.text().text()).isEqualTo("How do I enroll my child in kindergarten?"));
    }

    @Test
    void The_same_examples_are_found_after_the_model_was_kept_and_read_again() {
        var text = "is there a vegetarian lunch";
        var learnt = Classifier.of(Texts.DISTRICT, cache, Encoder.shared())
                .read(text)
                .likes();
        var kept = Classifier.of(Texts.DISTRICT, cache, Encoder.shared())
                .read(text)
                .likes();

        assertThat(kept).isEqualTo(learnt).first().satisfies(like -> assertThat(
                        like.text().text())
                .isEqualTo("Are there vegetarian meals on the menu?"));
    }

    @Test
    void The_name_of_a_topic_is_no_example_for_nobody_wrote_it() {
        assertThat(Classifier.of(Texts.DISTRICT, null).read("bus late").likes())
                .isNotEmpty()
                .noneMatch(like -> like.text().text().equals("bus late"));
    }

    @Test
    void A_message_like_nothing_else_has_no_examples() {
        assertThat(Classifier.of(Texts.DISTRICT, null)
                        .read("Recipe for a chocolate cake with three eggs")
                        .likes())
                .isEmpty();
    }
}
