package org.rightdoor.insight.exports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.rightdoor.records.Typed;

/** RFC 4180 in UTF-8; times as ISO 8601 in UTC, lists parted by "; ", and what a spreadsheet would compute kept a text. */
final class CsvFile implements RowWriter {

    private final Writer writer;
    private final Table table;

    CsvFile(OutputStream out, Table table) throws IOException {
        this.writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.table = table;
        writer.write(table.columns().stream().map(Table.Column::name).collect(Collectors.joining(",")));
        writer.write("\r\n");
    }

    @Override
    public void write(ResultSet row) throws SQLException, IOException {
        var cells = new ArrayList<String>();
        for (int i = 1; i <= table.columns().size(); i++) cells.add(cell(Cell.of(row, i)));
        writer.write(String.join(",", cells));
        writer.write("\r\n");
    }

    @Override
    public void close() throws IOException {
        writer.flush();
    }

    // A number is no text: -1 stays one.
    private static String cell(Object value) {
        if (value == null) return "";
        if (value instanceof Number || value instanceof Boolean) return value.toString();
        if (value instanceof Object[] list) {
            return Typed.csv(Arrays.stream(list).map(String::valueOf).collect(Collectors.joining("; ")));
        }
        return Typed.csv(value.toString());
    }
}
