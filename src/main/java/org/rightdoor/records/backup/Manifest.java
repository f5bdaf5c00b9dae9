package org.rightdoor.records.backup;

import java.util.ArrayList;
import java.util.List;

/**
 * What a backup holds, as lines of text at the end of its ZIP.
 *
 * @param schema number of the last migration of the database it is of
 * @param tables in the order in which they stand in the ZIP
 */
record Manifest(String madeAt, String schema, List<Table> tables, List<Sequence> sequences) {

    static final String ENTRY = "manifest.txt";

    private static final String FIRST_LINE = "rightdoor-backup 1";

    /**
     * @param columns by comma, quoted as SQL wants it
     * @param sha256 of its rows in PostgreSQL's text format, in hexadecimal
     */
    record Table(String name, long rows, String sha256, String columns) {}

    record Sequence(String name, long value, boolean called) {}

    String written() {
        var lines = new ArrayList<String>();
        lines.add(FIRST_LINE);
        lines.add("made-at " + madeAt);
        lines.add("schema " + schema);
        tables.forEach(table ->
                lines.add("table " + table.name + " " + table.rows + " " + table.sha256 + " " + table.columns));
        sequences.forEach(
                sequence -> lines.add("sequence " + sequence.name + " " + sequence.value + " " + sequence.called));
        return String.join("\n", lines) + "\n";
    }

    static Manifest read(String text) throws Damaged {
        var lines = text.lines().toList();
        if (lines.size() < 3 || !lines.get(0).equals(FIRST_LINE)) {
            throw new Damaged("This backup was made by a version of RightDoor that this one does not know.");
        }
        var tables = new ArrayList<Table>();
        var sequences = new ArrayList<Sequence>();
        for (var line : lines.subList(3, lines.size())) {
            var words = line.split(" ", 5);
            if (words[0].equals("table")) tables.add(new Table(words[1], Long.parseLong(words[2]), words[3], words[4]));
            else sequences.add(new Sequence(words[1], Long.parseLong(words[2]), Boolean.parseBoolean(words[3])));
        }
        return new Manifest(lines.get(1).substring(8), lines.get(2).substring(7), tables, sequences);
    }
}
