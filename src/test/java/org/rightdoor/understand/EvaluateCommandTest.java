package org.rightdoor.understand;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {

    private static final RoutingSource RULES = new RoutingSource() {
        @Override
        public List<TrainingText> trainingTexts() {
            return Texts.DISTRICT;
        }

        @Override
        public String department(String topic) {
            return topic.startsWith("bus") ? "transportation" : "front-office";
        }
    };

    @TempDir
    Path directory;

    private Path train;
    private Path test;
    private String out;
    private String err;

    @BeforeEach
    void files() throws IOException {
        train = file(
                "train.tsv",
                Texts.DISTRICT.stream()
                        .map(text -> text.topic() + "\t" + text.text())
                        .collect(Collectors.joining("\n")));
        test = file("test.tsv", "# label, text\nbus-late\tthe bus is very late\nmeal-menu\tlunch menu please\n");
    }

    @Test
    void The_table_names_the_measures() {
        assertThat(run("--train", train, "--test", test)).isZero();
        assertThat(out)
                .contains("accuracy", "1.0000", "macroF1", "coverageAt99", "p99Millis")
                .doesNotContain("oos");
    }

    @Test
    void Json_is_one_object_with_the_names_of_the_contract() {
        assertThat(run("--train", train, "--test", test, "--json")).isZero();
        assertThat(out.strip())
                .startsWith("{\"accuracy\": 1.0000, \"macroF1\": 1.0000, \"top3\": 1.0000, \"ece\": ")
                .endsWith("\"n\": 2}");
        assertThat(out.strip().lines()).hasSize(1);
    }

    @Test
    void Texts_out_of_scope_add_their_measures_with_a_threshold_from_cross_validation() throws IOException {
        var others = file("oos.tsv", "oos\twho won the world cup\noos\tboil an egg\n");

        assertThat(run("--train", train, "--test", test, "--out-of-scope", others, "--json"))
                .isZero();
        assertThat(out).contains("\"oosAuroc\": 1.0000", "\"oosRecall\": ", "\"inScopeAccuracyAtThreshold\": ");
    }

    @Test
    void Routing_is_measured_on_departments_with_the_texts_of_the_rules() throws IOException {
        var questions = file("questions.tsv", "transportation\tmy bus is late\nfront-office\tlunch menu?\n");

        assertThat(run("--routing", "--test", questions, "--json")).isZero();
        assertThat(out).contains("\"accuracy\": 1.0000");
    }

    @Test
    void A_label_that_training_does_not_have_is_told_and_counts_as_wrong() throws IOException {
        var strange = file("strange.tsv", "bus-late\tthe bus is late\nboard-meeting\twhen does the board meet\n");

        assertThat(run("--train", train, "--test", strange)).isZero();
        assertThat(out).contains("0.5000", "training does not have", "board-meeting");
    }

    @Test
    void Two_runs_print_the_same_but_for_the_times() {
        run("--train", train, "--test", test, "--json");
        var first = out.replaceAll("\"(trainSeconds|p\\d\\dMillis)\": [0-9.]+", "");
        run("--train", train, "--test", test, "--json");

        assertThat(out.replaceAll("\"(trainSeconds|p\\d\\dMillis)\": [0-9.]+", ""))
                .isEqualTo(first);
    }

    @Test
    void The_surest_mistakes_and_the_worst_labels_are_shown() throws IOException {
        var wrong = file("wrong.tsv", "meal-menu\tthe bus is late\n");

        run("--train", train, "--test", wrong);

        assertThat(out).contains("Where it goes wrong most", "0 of   1   bus-late 1", "surest of", "the bus is late");
    }

    @Test
    void Words_alone_can_be_measured_apart() {
        run("--train", train, "--test", test, "--json");
        var both = out.replaceAll(", \"trainSeconds.*", "");

        assertThat(run("--train", train, "--test", test, "--words", "--json")).isZero();
        assertThat(out.replaceAll(", \"trainSeconds.*", "")).isNotEqualTo(both);
    }

    @Test
    void As_many_mistakes_are_listed_as_were_asked_for() throws IOException {
        var wrong = file("wrong.tsv", "meal-menu\tthe bus is late\nmeal-menu\tbus 14 is late today\n");

        run("--train", train, "--test", wrong, "--mistakes", "1");
        assertThat(listed()).isEqualTo(1);
        run("--train", train, "--test", wrong);
        assertThat(listed()).isEqualTo(2);

        assertThat(run("--train", train, "--test", wrong, "--mistakes", "many")).isEqualTo(2);
        assertThat(err).contains("--mistakes needs a number");
    }

    private long listed() {
        return out.lines()
                .filter(line -> line.matches("  \\d\\.\\d\\d  meal-menu .*"))
                .count();
    }

    @Test
    void A_missing_file_is_named() {
        assertThat(run("--train", train, "--test", directory.resolve("none.tsv")))
                .isEqualTo(1);
        assertThat(err).contains("none.tsv: no such file");
    }

    @Test
    void A_line_without_a_tab_is_named_with_file_and_line() throws IOException {
        var faulty = file("faulty.tsv", "a\tgood\nno tab here\n");

        assertThat(run("--train", faulty, "--test", test)).isEqualTo(1);
        assertThat(err).contains("faulty.tsv:2: no tab");
    }

    @Test
    void An_empty_file_is_an_error() throws IOException {
        assertThat(run("--train", train, "--test", file("empty.tsv", "\n"))).isEqualTo(1);
        assertThat(err).contains("empty.tsv: has no line");
    }

    @Test
    void A_file_that_is_not_text_is_an_error() throws IOException {
        var binary = Files.write(directory.resolve("binary.tsv"), new byte[] {(byte) 0xff, (byte) 0xfe, 9, 1});

        assertThat(run("--train", train, "--test", binary)).isEqualTo(1);
        assertThat(err).contains("is not UTF-8 text");
    }

    @Test
    void A_misused_command_line_is_answered_with_the_usage() {
        assertThat(run("--test", test)).isEqualTo(2);
        assertThat(run("--train", train)).isEqualTo(2);
        assertThat(run("--train", train, "--test")).isEqualTo(2);
        assertThat(run("--train", train, "--test", test, "--colour")).isEqualTo(2);
        assertThat(err).contains("unknown option --colour", "usage: evaluate");
    }

    @Test
    void Help_lists_the_options() {
        assertThat(run("--help")).isZero();
        assertThat(out).contains("--train", "--out-of-scope", "--routing");
    }

    @Test
    void Answers_are_measured_by_who_knows_them() throws IOException {
        var phrasings = file("phrasings.tsv", "a\thow late is the bus\n");

        assertThat(run("--answers", phrasings, "--test", test, "--json")).isZero();
        assertThat(out.strip()).isEqualTo("{\"precisionAt95\": 0.5000, \"n\": 2}");
        assertThat(run("--answers", phrasings, "--test", test)).isZero();
        assertThat(out).contains("precisionAt95", "0.5000");
    }

    @Test
    void Answers_are_measured_alone() {
        assertThat(run("--answers", train, "--train", train, "--test", test)).isEqualTo(2);
        assertThat(run("--answers", train, "--test", test, "--out-of-scope", train))
                .isEqualTo(2);
        assertThat(err).contains("--answers takes no other file");
    }

    private int run(Object... args) {
        var outBytes = new ByteArrayOutputStream();
        var errBytes = new ByteArrayOutputStream();
        var strings = List.of(args).stream().map(Object::toString).toArray(String[]::new);
        int code = EvaluateCommand.run(
                strings,
                new PrintStream(outBytes, true, StandardCharsets.UTF_8),
                new PrintStream(errBytes, true, StandardCharsets.UTF_8),
                () -> RULES,
                (phrasings, questions, words) -> Map.of("precisionAt95", 0.5 * phrasings.size()));
        out = outBytes.toString(StandardCharsets.UTF_8);
        err = errBytes.toString(StandardCharsets.UTF_8);
        return code;
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }
}
