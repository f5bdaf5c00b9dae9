package org.rightdoor.desk.inquiry;

import java.util.Objects;
import java.util.stream.Collectors;
import org.rightdoor.desk.Seat;
import org.rightdoor.inquiry.CaseFile;
import org.rightdoor.inquiry.TimelineEntry;

/** Tells somebody who acts on an old page what has happened since. */
final class Meanwhile {

    private static final int MOST = 3;

    private Meanwhile() {}

    static String told(Seen.Overtaken late, CaseFile file, Seat seat) {
        var happenings = new Happenings(seat, file);
        var since = file.timeline().stream()
                .filter(entry -> !entry.at().isBefore(late.since))
                .limit(MOST)
                .map(entry -> said(entry, happenings))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("; "));
        return since.isEmpty()
                ? late.getMessage()
                : "Meanwhile this happened: " + since
                        + ". Nothing was changed by you; look once more, then decide again.";
    }

    private static String said(TimelineEntry entry, Happenings happenings) {
        if (entry.isContact()) return "the family wrote";
        if (entry.isReply()) return entry.who() + " answered";
        return happenings.said(entry) + " (" + entry.who() + ")";
    }
}
