package org.rightdoor.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The threat model names for each threat the tests that would fail: those tests are there. */
class ThreatsTest {

    private static final Pattern NAMED = Pattern.compile("`(\\w+(?:Test|IT))\\.(\\w+)`");

    static Stream<MatchResult> named() throws IOException {
        return NAMED.matcher(Files.readString(Path.of("docs/security.md"))).results();
    }

    @ParameterizedTest
    @MethodSource("named")
    void A_named_test_exists(MatchResult test) throws IOException {
        try (var files = Files.walk(Path.of("src/test/java"))) {
            var file =
                    files.filter(path -> path.endsWith(test.group(1) + ".java")).findFirst();
            assertThat(file).as(test.group(1)).isPresent();
            assertThat(Files.readString(file.get())).contains("void " + test.group(2) + "(");
        }
    }

    @Test
    void Every_threat_names_a_test() throws IOException {
        var threats = Files.readString(Path.of("docs/security.md"))
                .split("## Threats")[1]
                .split("## Limits")[0];
        var rows = threats.lines().filter(line -> line.startsWith("| ")).skip(1).toList();
        assertThat(rows).hasSizeGreaterThan(15).allMatch(row -> NAMED.matcher(row)
                .find());
    }
}
