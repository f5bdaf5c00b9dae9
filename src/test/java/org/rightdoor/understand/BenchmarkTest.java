package org.rightdoor.understand;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Public benchmarks, read from beside the project. They are skipped where that folder is absent. */
class BenchmarkTest {

    private static final Path DATA = Path.of("../shared/data");

    static boolean dataIsThere() {
        return Files.isDirectory(DATA);
    }

    @Test
    @EnabledIf(value = "dataIsThere", disabledReason = "SKIPPED: the benchmark data is not in ../shared/data")
    void CLINC150_is_read_by_words_alone_better_than_FastText_reads_it() throws Exception {
        assertThat(measure("clinc150/train.tsv", "clinc150/test.tsv", null).accuracy())
                .isGreaterThan(0.90);
    }

    @Test
    @EnabledIf(value = "dataIsThere", disabledReason = "SKIPPED: the benchmark data is not in ../shared/data")
    void Five_Spanish_phrasings_of_an_intent_are_enough_to_read_others() throws Exception {
        assertThat(measure("nlpjs/es-train.tsv", "nlpjs/es-test.tsv", Encoder.shared())
                        .accuracy())
                .isGreaterThan(0.90);
    }

    @Test
    @EnabledIf(value = "dataIsThere", disabledReason = "SKIPPED: the benchmark data is not in ../shared/data")
    void The_language_of_a_text_of_fifteen_characters_is_told_better_than_by_the_stock_detector() throws Exception {
        var languages = Languages.learn(Texts.DISTRICT);
        var texts = LabelledText.read(DATA.resolve("language/short.tsv")).stream()
                .filter(line -> line.text().length() <= 15)
                .toList();

        long right = texts.stream()
                .filter(line -> languages.of(CleanText.of(line.text())).equals(line.label()))
                .count();

        assertThat((double) right / texts.size()).isGreaterThan(0.86);
    }

    private static Measures measure(String train, String test, Encoder encoder) throws LabelledText.Unusable {
        var training = LabelledText.read(DATA.resolve(train)).stream()
                .map(line -> new TrainingText(line.label(), Reading.UNKNOWN_LANGUAGE, line.text()))
                .toList();
        var classifier = Classifier.of(training, new Vectors(), encoder);
        return Evaluation.trials(classifier, Function.identity(), LabelledText.read(DATA.resolve(test)));
    }
}
