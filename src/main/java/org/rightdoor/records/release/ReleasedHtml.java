package org.rightdoor.records.release;

import java.util.List;
import java.util.stream.Collectors;

/** The pages inside a release's ZIP, which are read from a disk and load nothing. */
final class ReleasedHtml {

    private static final String PAGE =
            """
            <!doctype html>
            <html lang="und"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <meta name="color-scheme" content="light dark"><title>%1$s</title>
            <style>body { font-family: sans-serif; line-height: 1.5; max-width: 50rem; margin: 1rem auto; padding: 0 1rem;
            overflow-wrap: anywhere } article { border-top: 1px solid; padding: .5rem 0 } p { white-space: pre-line }
            h2 { font-size: 1rem; margin: 0 } td, th { text-align: left; vertical-align: top; padding: .2rem .8rem .2rem 0 }</style>
            </head><body><h1>%1$s</h1>
            %2$s
            </body></html>
            """;

    private ReleasedHtml() {}

    /** A case as the index lists it. */
    record Entry(long number, String department, String opened, int lines, String files, String takenOut) {

        static Entry of(ReleasedCase one) {
            var files = one.files().stream()
                    .map(file -> file.path() == null
                            ? escaped(file.name() + " (" + file.why() + ")")
                            : link(file.path(), file.name()))
                    .collect(Collectors.joining("<br>"));
            return new Entry(
                    one.number(),
                    one.department(),
                    one.opened().toString(),
                    one.lines().size(),
                    files,
                    taken(one));
        }
    }

    record LeftOut(long number, String exemption) {}

    static String index(Release release, List<Entry> entries, List<LeftOut> leftOut) {
        var body = new StringBuilder("<p>")
                .append(escaped(
                        release.kind() == Release.Kind.PERSON
                                ? "Everything that is held about " + release.recipient() + "."
                                : "Records released to " + release.recipient() + "."))
                .append(" Selected ")
                .append(release.madeAt())
                .append(" by ")
                .append(escaped(release.madeBy()))
                .append(
                        ". What speaks of others is taken out; each place says so.</p><table><tr><th>Case<th>Department")
                .append("<th>Opened<th>Texts<th>Files<th>Taken out</tr>");
        for (var entry : entries) {
            body.append("<tr><td>")
                    .append(link("cases/" + entry.number() + ".html", Long.toString(entry.number())))
                    .append("<td>")
                    .append(escaped(entry.department()))
                    .append("<td>")
                    .append(entry.opened())
                    .append("<td>")
                    .append(entry.lines())
                    .append("<td>")
                    .append(entry.files())
                    .append("<td>")
                    .append(entry.takenOut())
                    .append("</tr>");
        }
        body.append("</table>");
        if (!leftOut.isEmpty()) {
            body.append("<h2>Not released</h2><table><tr><th>Case<th>Exemption</tr>");
            for (var one : leftOut) {
                body.append("<tr><td>")
                        .append(one.number())
                        .append("<td>")
                        .append(escaped(one.exemption()))
                        .append("</tr>");
            }
            body.append("</table>");
        }
        if (release.unseen() > 0) {
            body.append("<p>")
                    .append(release.unseen())
                    .append(" further records fit and are confidential; they are not part of this release.</p>");
        }
        return PAGE.formatted(release.kind() == Release.Kind.PERSON ? "Access to records" : "Public records", body);
    }

    static String page(ReleasedCase one) {
        var body = new StringBuilder("<p>")
                .append(escaped(one.department()))
                .append(", ")
                .append(escaped(one.status()))
                .append("</p>");
        for (var line : one.lines()) {
            body.append("<article><h2>").append(line.at()).append(" · ").append(escaped(line.what()));
            if (line.who() != null) body.append(" · ").append(escaped(line.who()));
            body.append("</h2><p dir=\"auto\">").append(escaped(line.text())).append("</p></article>");
        }
        for (var file : one.files()) {
            body.append("<p>")
                    .append(
                            file.path() == null
                                    ? escaped(file.name() + " (" + file.why() + ")")
                                    : link("../" + file.path(), file.name()))
                    .append("</p>");
        }
        if (!one.takenOut().isEmpty())
            body.append("<p>Taken out: ").append(taken(one)).append("</p>");
        return PAGE.formatted("Case " + one.number(), body);
    }

    private static String taken(ReleasedCase one) {
        return one.takenOut().stream()
                .map(taken -> taken.passages() + " × " + escaped(taken.ground()))
                .collect(Collectors.joining("<br>"));
    }

    private static String link(String path, String name) {
        return "<a href=\"" + escaped(path) + "\">" + escaped(name) + "</a>";
    }

    private static String escaped(String text) {
        return text == null
                ? ""
                : text.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;");
    }
}
