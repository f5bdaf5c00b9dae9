package org.rightdoor.insight.exports;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;

/** One array with an object a row; what is empty is null, times are ISO 8601 in UTC. */
final class JsonFile implements RowWriter {

    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator json;
    private final Table table;

    JsonFile(OutputStream out, Table table) throws IOException {
        this.json = JSON.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        this.table = table;
        json.writeStartArray();
    }

    @Override
    public void write(ResultSet row) throws SQLException, IOException {
        json.writeStartObject();
        for (int i = 0; i < table.columns().size(); i++) {
            json.writeFieldName(table.columns().get(i).name());
            write(Cell.of(row, i + 1));
        }
        json.writeEndObject();
        json.writeRaw('\n');
    }

    @Override
    public void close() throws IOException {
        json.writeEndArray();
        json.flush();
    }

    private void write(Object value) throws IOException {
        if (value == null) json.writeNull();
        else if (value instanceof Boolean yes) json.writeBoolean(yes);
        else if (value instanceof Long number) json.writeNumber(number);
        else if (value instanceof Double number) json.writeNumber(number);
        else if (value instanceof Object[] list) {
            json.writeStartArray();
            for (var one : list) json.writeString(String.valueOf(one));
            json.writeEndArray();
        } else json.writeString(value.toString());
    }
}
