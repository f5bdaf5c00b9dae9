package org.rightdoor.insight;

import java.util.List;
import java.util.stream.Collectors;

/** What a chart is drawn from: shown behind it, read aloud by a screen reader, taken away as CSV. */
record Table(List<String> columns, List<List<Cell>> rows) {

    /** Signs with which a spreadsheet takes a text for a formula (OWASP, CSV Injection). */
    private static final String FORMULA = "=+-@\t\r";

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
                + java.util.stream.Stream.concat(java.util.stream.Stream.of(columns), lines)
                        .map(line -> line.stream().map(Table::quoted).collect(Collectors.joining(",")))
                        .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    static String quoted(String text) {
        var isNumber = text.matches("-?\\d+(\\.\\d+)?( %)?");
        var harmless = !isNumber && !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return harmless.matches("(?s).*[\",\r\n].*") ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
