package org.rightdoor.understand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncoderTest {

    private static Encoder encoder;
    private static BgeSmallEnV15QuantizedEmbeddingModel theirs;

    @BeforeAll
    static void open() throws IOException {
        encoder = Encoder.open();
        theirs = new BgeSmallEnV15QuantizedEmbeddingModel();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The bus is late.",
                "bus 14 l8 again?? $5.00 e-mail: a_b@c.example",
                "Où est le car scolaire de ma fille, s'il vous plaît ?",
                "Trẻ em đi xe buýt lúc mấy giờ",
                "校车什么时候来？ 3pm",
                "متى يصل الباص",
                "emoji 🚌 and “quotes” — dashes… and a pneumonoultramicroscopicsilicovolcanoconiosis",
                "tab\tnew\nline \u00a0 nbsp \u200b zero",
                "a",
            })
    void A_vector_is_the_one_that_langchain4j_computes(String text) {
        var ours = encoder.encode(text);

        assertThat(dot(ours, theirs.embed(text).content().vector())).isGreaterThan(0.999);
        assertThat(dot(ours, ours)).isBetween(0.9999, 1.0001);
    }

    @Test
    void Texts_of_one_meaning_are_closer_than_texts_of_two() {
        var late = encoder.encode("The bus has not come yet");

        assertThat(dot(late, encoder.encode("Our ride to school is delayed")))
                .isGreaterThan(dot(late, encoder.encode("What is for lunch?")));
    }

    @Test
    void What_is_asked_in_Spanish_lies_near_the_same_in_English() {
        var bus = encoder.encode("¿Dónde está el autobús de mi hijo?");

        assertThat(dot(bus, encoder.encode("Where is my son's bus?")))
                .isGreaterThan(0.8)
                .isGreaterThan(dot(bus, encoder.encode("¿Dónde está el menú del almuerzo?")));
    }

    @Test
    void A_text_longer_than_the_encoder_reads_is_read_by_its_beginning() {
        var words = "school bus route stop ".repeat(200);

        assertThat(dot(encoder.encode(words), encoder.encode(words + words))).isGreaterThan(0.999);
    }

    @Test
    void What_was_encoded_lately_is_not_encoded_again() {
        var lately = new LatelyEncoded();
        var vector = lately.encode("Is there school today?", encoder);

        assertThat(lately.encode("Is there school today?", encoder)).isSameAs(vector);
        assertThat(lately.encode("Is there school today", encoder)).isNotEqualTo(vector);
    }

    @Test
    void A_model_file_with_other_operations_than_expected_is_told(@TempDir Path directory) throws IOException {
        var lean = Files.createFile(directory.resolve("lean.onnx"));
        var broken = Files.writeString(directory.resolve("broken.onnx"), "this is no model");
        var empty = Files.createFile(directory.resolve("empty.onnx"));

        assertThatThrownBy(() -> EncoderGraph.rewrite(broken, lean)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> EncoderGraph.rewrite(empty, lean))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("its file is not as expected");
    }

    @Test
    void A_broken_model_file_is_told_and_breaks_nothing_else(@TempDir Path directory) throws IOException {
        var broken = Files.writeString(directory.resolve("broken.onnx"), "this is no model");

        assertThatThrownBy(() -> Encoder.open(broken))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the sentence encoder cannot run here");
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
