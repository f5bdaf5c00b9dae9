package org.rightdoor.understand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCacheTest {

    private static final String TEXT = "when does the bus come and what is for lunch";

    @TempDir
    Path directory;

    @Test
    void A_kept_model_reads_as_the_trained_one() throws IOException {
        var trained = learn(Texts.DISTRICT, directory);
        var written = Files.readAttributes(file(), BasicFileAttributes.class).fileKey();

        var loaded = learn(Texts.DISTRICT, directory);

        assertThat(Files.readAttributes(file(), BasicFileAttributes.class).fileKey())
                .isEqualTo(written);
        assertThat(loaded.read(TEXT)).isEqualTo(trained.read(TEXT));
    }

    @Test
    void The_latest_three_models_are_kept_by_when_they_were_used() throws IOException {
        words(30);
        var oldest = file();
        Files.setLastModifiedTime(oldest, FileTime.fromMillis(1));
        words(31);
        words(32);
        words(33);
        assertThat(files()).hasSize(3).doesNotContain(oldest);

        var used = files().stream()
                .min(Comparator.comparing(ModelCacheTest::lastUsed))
                .orElseThrow();
        files().forEach(file -> file.toFile().setLastModified(1));
        words(31);
        words(34);
        words(35);
        assertThat(files()).hasSize(3).contains(used);
    }

    @Test
    void A_text_that_staff_corrected_is_not_the_same_as_one_of_the_rules() {
        var corrected = new ArrayList<>(Texts.DISTRICT);
        corrected.set(
                0,
                TrainingText.corrected(
                        corrected.get(0).topic(), "en", corrected.get(0).text()));

        Classifier.of(Texts.DISTRICT, directory, null);
        Classifier.of(corrected, directory, null);

        assertThat(files()).hasSize(2);
    }

    @Test
    void A_file_cut_short_is_trained_anew() throws IOException {
        learn(Texts.DISTRICT, directory);
        var whole = Files.readAllBytes(file());
        Files.write(file(), Arrays.copyOf(whole, whole.length / 2));

        var reading = learn(Texts.DISTRICT, directory).read(TEXT);

        assertThat(reading.topics()).isNotEmpty();
        assertThat(Files.size(file())).isGreaterThan(whole.length / 2);
    }

    @Test
    void A_file_of_something_else_is_trained_anew() throws IOException {
        learn(Texts.DISTRICT, directory);
        Files.writeString(file(), "this is not a model");

        assertThat(learn(Texts.DISTRICT, directory).read(TEXT).topics()).isNotEmpty();
    }

    @Test
    void A_directory_that_cannot_be_written_only_costs_the_next_start_its_time() throws IOException {
        var notADirectory = Files.writeString(directory.resolve("taken"), "a file where the directory should be");

        assertThat(learn(Texts.DISTRICT, notADirectory).read(TEXT).topics()).isNotEmpty();
    }

    @Test
    void Vectors_that_are_known_are_not_computed_again() throws IOException {
        learn(Texts.DISTRICT, directory);

        try (var in = CheckedFile.read(directory.resolve("vectors.bin"))) {
            var kept = Vectors.read(in);
            assertThat(kept.of(Model.encoded(Texts.DISTRICT), null)).hasSizeGreaterThan(Texts.DISTRICT.size());
        }
    }

    @Test
    void Vectors_cut_short_are_made_anew() throws IOException {
        var trained = learn(Texts.DISTRICT, directory);
        var vectors = directory.resolve("vectors.bin");
        Files.write(vectors, Arrays.copyOf(Files.readAllBytes(vectors), 5_000));

        assertThat(learn(Texts.DISTRICT, directory).read(TEXT)).isEqualTo(trained.read(TEXT));
    }

    @Test
    void A_model_of_words_alone_is_kept_apart_from_one_that_knows_meaning() throws IOException {
        var words = Classifier.of(Texts.DISTRICT, directory, null);
        var both = learn(Texts.DISTRICT, directory);

        assertThat(words.readsMeaning()).isFalse();
        assertThat(both.readsMeaning()).isTrue();
        assertThat(both.read(TEXT).confidence()).isNotEqualTo(words.read(TEXT).confidence());
    }

    @Test
    void A_first_start_reads_by_words_and_learns_the_meaning_meanwhile() {
        var classifier = Classifier.of(Texts.DISTRICT, directory);

        assertThat(classifier.read("the bus is late").topic()).isEqualTo("bus-late");
        await().atMost(Duration.ofMinutes(2)).until(classifier::readsMeaning);
        assertThat(classifier.read(TEXT))
                .isEqualTo(Classifier.of(Texts.DISTRICT, directory).read(TEXT));
    }

    private static Classifier learn(List<TrainingText> texts, Path directory) {
        return Classifier.of(texts, directory, Encoder.shared());
    }

    private void words(int texts) {
        Classifier.of(Texts.DISTRICT.subList(0, texts), directory, null);
    }

    private Path file() {
        assertThat(files()).hasSize(1);
        return files().get(0);
    }

    private List<Path> files() {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().startsWith("model-"))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static FileTime lastUsed(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
