package org.rightdoor.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rightdoor.routing.SmallDistrict;

class RulesCheckTest {

    private static final Path SHIPPED = Path.of("routing-rules");

    @TempDir
    Path directory;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void Sound_files_are_counted_in_one_line() {
        SmallDistrict.in(directory);

        assertThat(check(directory)).isZero();
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .isEqualToIgnoringNewLines(
                        directory + ": 2 departments, 4 topics, 2 rules, 2 schools, 10 training texts, 3 answers\n");
    }

    @Test
    void Every_fault_is_a_line_with_file_line_and_reason() {
        SmallDistrict.in(directory).delete("schools.yml").change("topics.yml", "hours: {", "hours: {x: y, ");

        assertThat(check(directory)).isEqualTo(1);
        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        directory.resolve("schools.yml") + ":1: the file is missing",
                        directory.resolve("topics.yml") + ":4: unknown key x");
    }

    @Test
    void A_directory_that_does_not_exist_is_a_fault_and_no_crash() {
        assertThat(check(directory.resolve("nowhere"))).isEqualTo(1);
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("district.yml:1: the file is missing");
    }

    @Test
    void The_files_that_are_shipped_have_no_fault() {
        assertThat(check(SHIPPED)).as(printed.toString(StandardCharsets.UTF_8)).isZero();
    }

    private int check(Path directory) {
        return RulesCheck.run(directory, new PrintStream(printed, true, StandardCharsets.UTF_8));
    }
}
