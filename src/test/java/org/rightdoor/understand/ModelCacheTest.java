package org.rightdoor.understand;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCacheTest {

    private static final String TEXT = "when does the bus come and what is for lunch";

    @TempDir
    Path directory;

    @Test
    void A_kept_model_reads_as_the_trained_one() throws IOException {
        var trained = Classifier.of(Texts.DISTRICT, directory);
        var written = Files.getLastModifiedTime(file());

        var loaded = Classifier.of(Texts.DISTRICT, directory);

        assertThat(Files.getLastModifiedTime(file())).isEqualTo(written);
        assertThat(loaded.read(TEXT).topic()).isEqualTo(trained.read(TEXT).topic());
        assertThat(loaded.read(TEXT).confidence()).isEqualTo(trained.read(TEXT).confidence());
        assertThat(loaded.read(TEXT).evidence()).isEqualTo(trained.read(TEXT).evidence());
        assertThat(loaded.read(TEXT).language()).isEqualTo(trained.read(TEXT).language());
    }

    @Test
    void Other_texts_are_trained_anew_and_the_old_model_is_removed() throws IOException {
        Classifier.of(Texts.DISTRICT, directory);
        var old = file();

        Classifier.of(Texts.DISTRICT.subList(0, 30), directory);

        assertThat(file()).isNotEqualTo(old);
    }

    @Test
    void A_file_cut_short_is_trained_anew() throws IOException {
        Classifier.of(Texts.DISTRICT, directory);
        var whole = Files.readAllBytes(file());
        Files.write(file(), java.util.Arrays.copyOf(whole, whole.length / 2));

        var reading = Classifier.of(Texts.DISTRICT, directory).read(TEXT);

        assertThat(reading.topics()).isNotEmpty();
        assertThat(Files.size(file())).isGreaterThan(whole.length / 2);
    }

    @Test
    void A_file_of_something_else_is_trained_anew() throws IOException {
        Classifier.of(Texts.DISTRICT, directory);
        Files.writeString(file(), "this is not a model");

        assertThat(Classifier.of(Texts.DISTRICT, directory).read(TEXT).topics()).isNotEmpty();
    }

    @Test
    void A_directory_that_cannot_be_written_only_costs_the_next_start_its_time() throws IOException {
        var notADirectory = Files.writeString(directory.resolve("taken"), "a file where the directory should be");

        assertThat(Classifier.of(Texts.DISTRICT, notADirectory).read(TEXT).topics())
                .isNotEmpty();
    }

    private Path file() throws IOException {
        try (var files = Files.list(directory)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }
}
