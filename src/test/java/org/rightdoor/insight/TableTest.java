package org.rightdoor.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rightdoor.insight.Table.Cell;

class TableTest {

    @Test
    void Commas_quotes_and_lines_stay_in_their_cell() {
        var table =
                new Table(List.of("Name", "n"), List.of(List.of(Cell.of("Oak, \"the\" school\nsouth"), Cell.of(3))));
        assertThat(table.csv()).isEqualTo("\uFEFFName,n\r\n\"Oak, \"\"the\"\" school\nsouth\",3\r\n");
    }

    @Test
    void A_formula_in_a_name_is_only_a_text() {
        var table =
                new Table(List.of("Name"), List.of(List.of(Cell.of("=HYPERLINK(\"http://evil.example\",\"Oak\")"))));
        assertThat(table.csv()).endsWith("\r\n\"'=HYPERLINK(\"\"http://evil.example\"\",\"\"Oak\"\")\"\r\n");
    }
}
