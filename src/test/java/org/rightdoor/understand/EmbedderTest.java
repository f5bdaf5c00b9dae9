package org.rightdoor.understand;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbedderTest {

    private static final String BUS = "where is the bus";
    private static final String LUNCH = "what is for lunch";

    private final Embedder embedder = Embedder.shared().orElseThrow();

    @TempDir
    Path directory;

    @Test
    void A_reading_holds_the_embedding_of_its_text() {
        var classifier = Classifier.of(Texts.DISTRICT, null);

        assertThat(classifier.read(BUS).embedding()).isEqualTo(embedder.of(BUS));
        assertThat(classifier.embedder()).isPresent();
    }

    @Test
    void An_embedding_known_before_is_taken_instead_of_encoding_again() {
        var classifier = Classifier.of(Texts.DISTRICT, null);

        assertThat(classifier.read(BUS, embedder.of(LUNCH)).embedding()).isEqualTo(embedder.of(LUNCH));
    }

    @Test
    void What_is_kept_is_not_embedded_again() throws IOException {
        var kept = directory.resolve("kept.bin");
        var vectors = new Vectors();
        vectors.byText().put(BUS, embedder.of(LUNCH).vector());
        CheckedFile.write(kept, out -> vectors.write(List.of(BUS), out));

        assertThat(embedder.of(List.of(BUS), kept)).containsEntry(BUS, embedder.of(LUNCH));
    }

    @Test
    void The_file_holds_what_was_asked_for_last_and_is_not_written_when_nothing_is_new() throws IOException {
        var kept = directory.resolve("kept.bin");
        embedder.of(List.of(BUS, LUNCH), kept);
        var size = Files.size(kept);
        embedder.of(List.of(BUS), kept);
        assertThat(Files.size(kept)).isEqualTo(size);

        embedder.of(List.of(BUS, "hello"), kept);
        try (var in = CheckedFile.read(kept)) {
            assertThat(Vectors.read(in).byText()).containsOnlyKeys(BUS, "hello");
        }
    }

    @Test
    void A_broken_file_is_made_anew() throws IOException {
        var kept = Files.writeString(directory.resolve("kept.bin"), "broken");

        assertThat(embedder.of(List.of(BUS), kept)).containsEntry(BUS, embedder.of(BUS));
        assertThat(Files.size(kept)).isGreaterThan(1000);
    }
}
