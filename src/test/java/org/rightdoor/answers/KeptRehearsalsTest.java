package org.rightdoor.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rightdoor.routing.LocalText;
import org.rightdoor.understand.Reading;

/** A start takes over what an earlier one has found out by trying the answers out, and decides as that one did. */
class KeptRehearsalsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);
    private static final List<String> THINGS =
            List.of("autobus", "calendar", "diploma", "elevator", "football", "guitar", "history", "insurance");

    @TempDir
    private Path directory;

    private final AnswerFinder finder = AnswerFinder.tryingOut(answers(), KeptRehearsalsTest::read);

    @Test
    void Answers_are_found_as_before() {
        new KeptRehearsals(file(), "these").write(finder.rehearsed());

        var kept = new KeptRehearsals(file(), "these").read().orElseThrow();
        var again = AnswerFinder.triedOut(answers(), kept, Map.of());

        for (var thing : THINGS) {
            var text = "tell me, where is the " + thing + " now";
            assertThat(again.suggestions(text, read(text), null, TODAY, 5))
                    .isNotEmpty()
                    .isEqualTo(finder.suggestions(text, read(text), null, TODAY, 5));
            for (var precision : List.of(0.1, 0.5, 0.9)) {
                assertThat(again.sure(text, read(text), Asker.ANYBODY, TODAY, precision))
                        .isEqualTo(finder.sure(text, read(text), Asker.ANYBODY, TODAY, precision));
            }
        }
    }

    @Test
    void Other_answers_and_a_damaged_file_are_tried_out_anew() throws IOException {
        new KeptRehearsals(file(), "these").write(finder.rehearsed());
        assertThat(new KeptRehearsals(file(), "others").read()).isEmpty();

        var bytes = Files.readAllBytes(file());
        bytes[bytes.length / 2]++;
        Files.write(file(), bytes);
        assertThat(new KeptRehearsals(file(), "these").read()).isEmpty();
    }

    private Path file() {
        return directory.resolve("rehearsals.bin");
    }

    private static Reading read(String text) {
        return new Reading(List.of(), "en", Reading.Kind.QUESTION, List.of());
    }

    private static List<Answer> answers() {
        return IntStream.range(0, THINGS.size())
                .mapToObj(i -> new Answer(
                        THINGS.get(i),
                        "",
                        Map.of("en", phrasings(THINGS.get(i))),
                        new LocalText(Map.of("en", "It is here.")),
                        LocalDate.MAX))
                .collect(Collectors.toList());
    }

    private static List<String> phrasings(String thing) {
        return List.of(
                "Where is the " + thing + "?",
                "How do I find the " + thing + "?",
                "I am looking for the " + thing,
                "Is there a " + thing + " at school?");
    }
}
