package org.rightdoor.understand;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CorrectedTextTest {

    private static final String ASKED = "The bus is late again, where is it?";

    @Test
    void One_correction_decides_even_against_the_rules_own_text() {
        var before = Classifier.of(Texts.DISTRICT, null);
        var after = Classifier.of(with(TrainingText.corrected("tech-login", "en", ASKED)), null);

        assertThat(before.read(ASKED).topic()).isEqualTo("bus-late");
        assertThat(after.read(ASKED).topic()).isEqualTo("tech-login");
        assertThat(after.read("bus 14 has not come yet").topic()).isEqualTo("bus-late");
    }

    @Test
    void A_text_that_is_not_corrected_weighs_less() {
        var once = Classifier.of(with(new TrainingText("tech-login", "en", ASKED)), null);
        var corrected = Classifier.of(with(TrainingText.corrected("tech-login", "en", ASKED)), null);

        assertThat(probability(corrected)).isGreaterThan(probability(once));
    }

    @Test
    void What_was_corrected_is_never_among_the_texts_kept_back() {
        var texts = IntStream.range(0, 300)
                .mapToObj(i -> new TrainingText("t" + i % 10, "en", "about " + (char) ('a' + i % 10) + "aaa " + i))
                .toList();
        var more = new ArrayList<>(texts);
        for (int i = 0; i < 20; i++) more.add(TrainingText.corrected("t0", "en", "something about aaaa " + i));

        assertThat(words(more).heldOutTexts())
                .isEqualTo(words(texts).heldOutTexts())
                .isPositive();
    }

    @Test
    void A_message_becomes_one_line_without_what_points_to_a_person() {
        var mail =
                """
                The bus\twas late.
                Write to ana@family.example or call 410 555 0187
                > What did you say?
                """;

        assertThat(TrainingText.line(mail, 200))
                .isEqualTo("The bus was late. Write to mailaddress or call phonenumber");
    }

    @Test
    void A_long_message_is_cut_at_the_end_of_a_word_and_one_without_words_is_nothing() {
        assertThat(TrainingText.line("The bus is late again", 12)).isEqualTo("The bus is");
        assertThat(TrainingText.line("x".repeat(50), 12)).isEqualTo("x".repeat(12));
        assertThat(TrainingText.line("a".repeat(11) + "😀😀😀", 12)).isEqualTo("a".repeat(11));
        assertThat(TrainingText.line("😀 12345 !!", 12)).isEmpty();
        assertThat(TrainingText.line(null, 12)).isEmpty();
    }

    private static double probability(Classifier classifier) {
        return classifier.read(ASKED).topics().stream()
                .filter(guess -> guess.topic().equals("tech-login"))
                .findFirst()
                .orElseThrow()
                .probability();
    }

    private static List<TrainingText> with(TrainingText text) {
        var texts = new ArrayList<>(Texts.DISTRICT);
        texts.add(text);
        return texts;
    }

    private static Classifier words(List<TrainingText> texts) {
        return Classifier.of(texts, (Path) null, null);
    }
}
