package org.rightdoor.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rightdoor.insight.Table.Cell;

class TableTest {

    @Test
    void Commas_quotes_and_lines_stay_in_their_cell() {
        var table =
                new Table(List.of("Name", "n"), List.of(List.of(Cell.of("Oak, \"the\" school\nsouth"), Cell.of(3))));
        assertThat(table.csv()).isEqualTo("\uFEFFName,n\r\n\"Oak, \"\"the\"\" school\nsouth\",3\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(1)", "+1+1", "-1+cmd|' /C calc'!A0", "@SUM(1)", "\t=1", "\r=1"})
    void A_formula_is_only_a_text(String text) {
        assertThat(Table.quoted(text).replaceFirst("^\"", "")).startsWith("'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-3", "-0.25", "62 %", "2026-11-02", "", "–"})
    void A_number_stays_a_number(String text) {
        assertThat(Table.quoted(text)).isEqualTo(text);
    }
}
