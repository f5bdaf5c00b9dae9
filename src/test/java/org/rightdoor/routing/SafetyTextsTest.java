package org.rightdoor.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What measures the safety net is worth nothing once the net has learnt it. */
class SafetyTextsTest {

    private static final Path TEXTS = Path.of("src/test/resources/safety");
    private static final double ALIKE = 0.75;
    private static final int FEWEST_WORDS_TO_BE_ALIKE = 4;

    private final Set<String> learnt = texts(Path.of("routing-rules/safety/training.tsv"));
    private final Set<String> heldOut = Stream.of("must-alert", "must-not-alert", "short")
            .flatMap(name -> texts(TEXTS.resolve(name + "-held-out.tsv")).stream())
            .collect(Collectors.toSet());

    @Test
    void Nothing_that_is_held_out_is_learnt_from() {
        assertThat(heldOut).hasSizeGreaterThan(500).doesNotContainAnyElementsOf(learnt);
    }

    @Test
    void Nothing_that_is_held_out_says_the_same_in_nearly_the_same_words() {
        var words = learnt.stream().map(SafetyTextsTest::words).toList();
        assertThat(heldOut).noneMatch(text -> isLikeOneOf(words, words(text)));
    }

    @Test
    void The_other_half_is_learnt_from() {
        assertThat(learnt)
                .containsAll(texts(TEXTS.resolve("must-alert.tsv")))
                .containsAll(texts(TEXTS.resolve("must-not-alert.tsv")));
    }

    private static boolean isLikeOneOf(List<Set<String>> others, Set<String> text) {
        if (text.size() < FEWEST_WORDS_TO_BE_ALIKE) return false;
        return others.stream().anyMatch(other -> {
            var common = text.stream().filter(other::contains).count();
            return common / (double) (text.size() + other.size() - common) >= ALIKE;
        });
    }

    private static Set<String> words(String text) {
        return new HashSet<>(List.of(text.strip().split("\\s+")));
    }

    /** As rules see them: no case, no accents, no punctuation. */
    private static Set<String> texts(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> Words.fold(line.split("\t", 3)[2]))
                    .collect(Collectors.toSet());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
