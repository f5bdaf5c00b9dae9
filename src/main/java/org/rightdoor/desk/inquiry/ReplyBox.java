package org.rightdoor.desk.inquiry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rightdoor.desk.writing.Choice;
import org.rightdoor.desk.writing.Known;
import org.rightdoor.desk.writing.Writing;
import org.rightdoor.inquiry.TimelineEntry;
import org.rightdoor.reply.Sending;

/**
 * The box in which staff write an answer.
 *
 * @param kept what its writer has kept for this case
 * @param keptNote the same for a note
 * @param held the writer's answer that can be taken back still, or null
 * @param translates true when an answer can be translated for this family
 */
record ReplyBox(Sheet sheet, Writing kept, Writing keptNote, List<Choice> choices, Sending held, boolean translates) {

    /** What was just sent and is wrong, or what an approved answer begins after what was kept, or what was kept. */
    public String text() {
        var typed = sheet.draft().reply();
        if (wasSent() || kept.text().isBlank()) return typed;
        // Loaded again, the answer stands there already.
        return typed.isBlank() || kept.text().contains(typed)
                ? kept.text()
                : kept.text().stripTrailing() + "\n\n" + typed;
    }

    public String note() {
        return sheet.draft().form().equals("note") ? sheet.draft().note() : keptNote.text();
    }

    public String answer() {
        return wasSent() || !sheet.draft().answer().isEmpty() ? sheet.draft().answer() : kept.answer();
    }

    public List<Sheet.Way> ways() {
        if (wasSent() || kept.channels().isEmpty()) return sheet.ways();
        return sheet.ways().stream()
                .map(way -> way.refusal() != null
                        ? way
                        : new Sheet.Way(
                                way.channel(),
                                way.label(),
                                kept.channels().contains(way.channel().name()),
                                null))
                .toList();
    }

    /** What has come since the writer last read the case; shown before anything is sent. */
    public List<TimelineEntry> news() {
        return kept.known().news(sheet.file().timeline());
    }

    /** All that this page shows. */
    public Known known() {
        return sheet.known();
    }

    /** By whose they are, in order. */
    public Map<String, List<Choice>> shelves() {
        return choices.stream().collect(Collectors.groupingBy(Choice::from, LinkedHashMap::new, Collectors.toList()));
    }

    private boolean wasSent() {
        return sheet.draft().form().equals("reply");
    }
}
