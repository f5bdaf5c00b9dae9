package org.rightdoor.insight;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rightdoor.records.Typed;

/** What a chart is drawn from: shown behind it, read aloud by a screen reader, taken away as CSV. */
record Table(List<String> columns, List<List<Cell>> rows) {

    /** @param href where the cases behind it are, or null */
    record Cell(String text, String href) {

        static Cell of(Object value) {
            return new Cell(String.valueOf(value), null);
        }
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** RFC 4180, in UTF-8 with the mark by which spreadsheets know it; what looks like a formula is none. */
    String csv() {
        var lines = rows.stream().map(row -> row.stream().map(Cell::text).toList());
        return "\uFEFF"
                + Stream.concat(Stream.of(columns), lines)
                        .map(line -> line.stream().map(Typed::csv).collect(Collectors.joining(",")))
                        .collect(Collectors.joining("\r\n", "", "\r\n"));
    }
}
