package org.rightdoor.records.release;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.rightdoor.records.Sql;
import org.rightdoor.records.Typed;

/**
 * Writes a release as a ZIP: an index, each case to read and as data, all of them as one PDF, files. One case and one file at
 * a time are in memory.
 */
final class ReleaseZip {

    private final Connection connection;
    private final Release release;
    private final ObjectMapper json;
    private final ZipOutputStream zip;
    private final List<ReleasedHtml.Entry> index = new ArrayList<>();

    ReleaseZip(Connection connection, Release release, ObjectMapper json, OutputStream out) {
        this.connection = connection;
        this.release = release;
        this.json = json;
        this.zip = new ZipOutputStream(out);
    }

    void write() throws Exception {
        try (var pdf = new ReleasedPdf(release)) {
            write(pdf);
        }
    }

    private void write(ReleasedPdf pdf) throws Exception {
        for (var number : release.numbers(connection, true)) {
            var one = CaseRelease.read(connection, release, number);
            writeCase(one);
            pdf.add(one);
        }
        var leftOut = Sql.of(
                        "select inquiry_number, exemption from release_case where release_id = ? and not included order by 1",
                        release.id())
                .list(connection, row -> new ReleasedHtml.LeftOut(row.getLong(1), row.getString(2)));
        if (release.person() != null) writeLogs();
        put("index.html", ReleasedHtml.index(release, index, leftOut));
        zip.putNextEntry(new ZipEntry("records.pdf"));
        pdf.writeTo(
                new FilterOutputStream(zip) {
                    @Override
                    public void close() {
                        // More entries may follow.
                    }
                },
                leftOut);
        zip.finish();
    }

    private void writeCase(ReleasedCase one) throws Exception {
        put("cases/" + one.number() + ".html", ReleasedHtml.page(one));
        put(
                "cases/" + one.number() + ".json",
                json.writerWithDefaultPrettyPrinter().writeValueAsString(one));
        for (var file : one.files()) {
            if (file.path() == null) continue;
            var content = Sql.of("select content from attachment where id = ?", file.id())
                    .first(connection, row -> row.getBytes(1));
            zip.putNextEntry(new ZipEntry(file.path()));
            zip.write(content);
        }
        index.add(ReleasedHtml.Entry.of(one));
    }

    /** Who opened the person's cases, and to whom something of them was given. */
    private void writeLogs() throws Exception {
        writeLog(
                "who-saw-it.csv",
                "when,case,who,how",
                """
                select v.at, v.inquiry_number, v.viewer, v.road from case_view v join release_case c
                  on c.inquiry_number = v.inquiry_number and c.included where c.release_id = ? order by v.id""");
        writeLog(
                "disclosures.csv",
                "when,case,to whom,what,interest",
                """
                select d.disclosed_on, d.inquiry_number, d.recipient, d.records, d.interest from disclosure d join release_case c
                  on c.inquiry_number = d.inquiry_number and c.included where c.release_id = ? order by d.id""");
    }

    private void writeLog(String name, String head, String question) throws Exception {
        zip.putNextEntry(new ZipEntry(name));
        zip.write((head + "\r\n").getBytes(StandardCharsets.UTF_8));
        Sql.of(question, release.id()).each(connection, row -> {
            var cells = new ArrayList<String>();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                cells.add(Typed.csv(row.getString(i)));
            }
            zip.write((String.join(",", cells) + "\r\n").getBytes(StandardCharsets.UTF_8));
        });
    }

    private void put(String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
