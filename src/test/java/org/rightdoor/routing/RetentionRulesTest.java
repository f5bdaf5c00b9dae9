package org.rightdoor.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionRulesTest {

    private static final Known KNOWN = new Known(
            new Names("department", Set.of("transportation", "records"), true),
            new Names("topic", Set.of("bus-late"), true),
            new Names("school", Set.of(), true));

    @TempDir
    Path folder;

    @Test
    void The_first_class_that_holds_a_case_counts() throws IOException {
        var rules = read(
                """
                classes:
                  - {id: late, name: Late buses, when: {topic: bus-late}, keep: 90 days, from: closed, because: Series 4}
                  - {id: rest, name: The rest, keep: 7 years, from: school-year-end, because: Series 1}
                """);
        assertThat(rules.of("transportation", "bus-late").orElseThrow().id()).isEqualTo("late");
        assertThat(rules.of("transportation", null).orElseThrow().id()).isEqualTo("rest");
    }

    @Test
    void What_no_class_holds_is_kept_for_good() throws IOException {
        var rules = read(
                """
                classes:
                  - {id: bus, name: Buses, when: {department: transportation}, keep: 2 years, from: closed, because: Series 4}
                """);
        assertThat(rules.of("records", null)).isEmpty();
        assertThat(RetentionRules.read(folder.resolve("none.yml"), KNOWN, new Faults())
                        .classes())
                .isEmpty();
    }

    @Test
    void Time_is_counted_from_the_day_that_the_class_names() throws IOException {
        var closed = LocalDate.of(2024, 2, 29);
        var contact = LocalDate.of(2024, 1, 31);
        assertThat(due("1 year", "closed", closed, contact)).isEqualTo("2025-03-01");
        assertThat(due("1 month", "last-contact", closed, contact)).isEqualTo("2024-03-01");
        assertThat(due("3 years", "school-year-end", closed, contact)).isEqualTo("2027-06-15");
    }

    @Test
    void Every_fault_is_named_with_file_and_line() throws IOException {
        var faults = new Faults();
        RetentionRules.read(
                write(
                        """
                        classes:
                          - id: one
                            name: One
                            when: {department: transport}
                            keep: forever
                            from: opened
                            because: Series 4
                          - id: one
                            name: Two
                            keep: 2 years
                            form: closed
                            because: Series 4
                        """),
                KNOWN,
                faults);
        assertThat(said(faults))
                .anyMatch(line -> line.contains("retention.yml:4") && line.contains("transport"))
                .anyMatch(line -> line.contains("retention.yml:5") && line.contains("3 years, 18 months or 90 days"))
                .anyMatch(line -> line.contains("retention.yml:6") && line.contains("opened"))
                .anyMatch(line -> line.contains("retention.yml:8") && line.contains("already at"))
                .anyMatch(line -> line.contains("retention.yml:8") && line.contains("from is missing"))
                .anyMatch(line -> line.contains("retention.yml:11") && line.contains("form"));
    }

    private LocalDate due(String keep, String from, LocalDate closed, LocalDate contact) throws IOException {
        var rules = read("classes:\n  - {id: a, name: A, keep: " + keep + ", from: " + from + ", because: Series 1}\n");
        return rules.classes().get(0).due(closed, contact, day -> LocalDate.of(2024, 6, 14));
    }

    private RetentionRules read(String text) throws IOException {
        var faults = new Faults();
        var rules = RetentionRules.read(write(text), KNOWN, faults);
        assertThat(said(faults)).isEmpty();
        return rules;
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("retention.yml"), text);
    }

    private static List<String> said(Faults faults) {
        try {
            faults.throwIfAny();
            return List.of();
        } catch (FaultyRules faulty) {
            return faulty.faults().stream().map(Fault::toString).toList();
        }
    }
}
