package org.rightdoor.understand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rightdoor.routing.Faults;
import org.rightdoor.routing.SafetyRules;

/** A glance spares most everyday texts the long look, and no text that calls. */
class GlanceTest {

    private static final Path MODEL = Path.of("target/test-data/model");
    private static final Path HELD_OUT = Path.of("src/test/resources/safety");

    /** Of those that are learnt every so manieth is asked: to ask all takes a minute, and found none wrong. */
    private static final int EVERY = 16;

    private static List<TrainingText> learnt;
    private static Alertness alertness;

    private record Asked(CleanText text, float[] vector) {

        boolean calls() {
            return Weighed.of(text, vector, alertness).calls(alertness);
        }

        boolean isRuledOut() {
            return alertness.isEverydayAtAGlance(text, vector);
        }
    }

    @BeforeAll
    static void learn() {
        learnt = SafetyRules.read(Path.of("routing-rules"), new Faults()).texts();
        var cache = new AlertnessCache(MODEL);
        alertness = cache.of(learnt).orElseGet(() -> cache.learn(learnt)).glancing();
        assumeTrue(alertness.readsMeaning(), "SKIPPED: the sentence encoder cannot run here");
    }

    @Test
    void No_text_that_calls_is_ruled_out_whether_learnt_or_not() {
        var calling = Stream.concat(heldOut(), everyManieth(label -> !label.equals(Detector.NONE)))
                .filter(Asked::calls)
                .toList();
        assertThat(calling).hasSizeGreaterThan(400).noneMatch(Asked::isRuledOut);
    }

    /** Those that are learnt lie close to what calls, on purpose: of what families ask more are ruled out. */
    @Test
    void Of_the_everyday_texts_near_to_dangers_every_third_is_ruled_out_and_of_others_most() {
        var near = everyManieth(Detector.NONE::equals).toList();
        assertThat(near.stream().filter(Asked::isRuledOut).count()).isGreaterThan(near.size() / 3);
        var far = Stream.of(
                        "When does the bus come to Elm Street in the morning?",
                        "How do I register my child for kindergarten next year?",
                        "What is for lunch at the middle school on Thursday?",
                        "Where can I find the calendar with the days off in spring?")
                .map(GlanceTest::asked)
                .toList();
        assertThat(far).allMatch(Asked::isRuledOut);
    }

    private static Stream<Asked> heldOut() {
        return Stream.of("must-alert-held-out.tsv", "must-not-alert-held-out.tsv", "short-held-out.tsv")
                .flatMap(file -> lines(HELD_OUT.resolve(file)))
                .map(line -> asked(line.split("\t", 3)[2]));
    }

    private static Stream<Asked> everyManieth(Predicate<String> label) {
        var some = learnt.stream()
                .filter(text -> text.hashCode() % EVERY == 0 && label.test(text.topic()))
                .map(TrainingText::text)
                .toList();
        return some.stream().map(GlanceTest::asked);
    }

    private static Asked asked(String text) {
        var clean = CleanText.of(text);
        return new Asked(clean, Encoder.shared().encode(clean.text()));
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
