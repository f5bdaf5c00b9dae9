package org.rightdoor.records.release;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.rightdoor.records.release.ReleasedHtml.LeftOut;
import org.rightdoor.records.release.Sheets.Style;

/** All that a release gives to read as one PDF, to print or to send: the list first, then a case from a new sheet each. */
final class ReleasedPdf implements AutoCloseable {

    private final Release release;
    private final Sheets sheets;
    private final List<String> listed = new ArrayList<>();

    ReleasedPdf(Release release) throws IOException {
        this.release = release;
        this.sheets = new Sheets(title());
    }

    void add(ReleasedCase one) throws IOException {
        sheets.newSheet();
        listed.add("Case " + one.number() + ": " + one.department() + ", opened " + one.opened() + ", sheet "
                + sheets.sheets() + " after this list");
        sheets.write("Case " + one.number(), Style.TITLE);
        sheets.write(one.department() + ", " + one.status(), Style.TEXT);
        for (var line : one.lines()) {
            sheets.space(8);
            sheets.write(
                    line.at() + " · " + line.what() + (line.who() == null ? "" : " · " + line.who()), Style.HEADING);
            sheets.write(line.text(), Style.TEXT);
        }
        sheets.space(8);
        for (var file : one.files()) {
            sheets.write(
                    "File: " + file.name() + (file.path() == null ? " (" + file.why() + ")" : ", beside this PDF"),
                    Style.TEXT);
        }
        for (var taken : one.takenOut()) {
            sheets.write("Taken out: " + taken.passages() + " × " + taken.ground(), Style.TEXT);
        }
    }

    void writeTo(OutputStream out, List<LeftOut> leftOut) throws IOException {
        int cases = sheets.sheets();
        sheets.newSheet();
        sheets.write(title(), Style.TITLE);
        sheets.write(
                (release.kind() == Release.Kind.PERSON ? "Everything that is held about " : "Records released to ")
                        + release.recipient() + ". Selected " + release.madeAt() + " by " + release.madeBy()
                        + ". What speaks of others is taken out; each place says so.",
                Style.TEXT);
        sheets.space(8);
        for (var line : listed) sheets.write(line, Style.TEXT);
        for (var one : leftOut) {
            sheets.write("Case " + one.number() + ": not released, " + one.exemption(), Style.TEXT);
        }
        if (release.unseen() > 0) {
            sheets.write(
                    release.unseen() + " further records fit and are confidential; they are not part of this release.",
                    Style.TEXT);
        }
        sheets.moveToFront(cases);
        sheets.writeTo(out, title());
    }

    @Override
    public void close() throws IOException {
        sheets.close();
    }

    private String title() {
        return release.kind() == Release.Kind.PERSON ? "Access to records" : "Public records";
    }
}
