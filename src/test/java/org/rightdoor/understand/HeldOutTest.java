package org.rightdoor.understand;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeldOutTest {

    private static final List<String> THINGS = List.of(
            "bus", "lunch", "homework", "password", "locker", "concert", "transcript", "nurse", "football", "library");

    @TempDir
    Path directory;

    @Test
    void Topics_that_can_be_told_apart_are_read_rightly_in_texts_kept_back() {
        var classifier = words(texts());

        assertThat(classifier.heldOutAccuracy().orElseThrow()).isGreaterThan(0.95);
        assertThat(classifier.heldOutTexts()).isEqualTo(240);
    }

    @Test
    void Labels_that_say_nothing_about_the_texts_show_in_the_texts_kept_back() {
        var muddled = IntStream.range(0, 300)
                .mapToObj(
                        i -> new TrainingText("t" + i % 10, "en", "about the " + THINGS.get(i / 10 % 10) + " " + i % 7))
                .toList();

        assertThat(words(muddled).heldOutAccuracy().orElseThrow()).isLessThan(0.3);
    }

    @Test
    void Too_few_texts_to_keep_any_back_give_no_figure() {
        var few = words(Texts.DISTRICT);

        assertThat(few.heldOutAccuracy()).isEmpty();
        assertThat(few.heldOutTexts()).isZero();
    }

    @Test
    void The_figure_is_kept_with_the_model() {
        var texts = texts();
        var learnt = Classifier.of(texts, directory, null);

        var kept = new ModelCache(directory).kept(texts, null).orElseThrow();

        assertThat(kept.heldOut().texts()).isEqualTo(240);
        assertThat(kept.heldOut().accuracy()).isEqualTo(learnt.heldOutAccuracy());
    }

    private static List<TrainingText> texts() {
        return IntStream.range(0, 300)
                .mapToObj(i -> new TrainingText("t" + i % 10, "en", "about the " + THINGS.get(i % 10) + " " + i % 7))
                .toList();
    }

    private static Classifier words(List<TrainingText> texts) {
        return Classifier.of(texts, (Path) null, null);
    }
}
