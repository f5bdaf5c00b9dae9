package org.rightdoor.desk.inquiry;

import java.util.ArrayList;
import java.util.List;
import org.rightdoor.inquiry.Event;
import org.rightdoor.inquiry.TimelineEntry;

/**
 * Lines of a timeline that belong together.
 *
 * @param folded true for a run of mere changes, which is shown as one line until somebody wants to read it
 */
record Stretch(List<TimelineEntry> entries, boolean folded) {

    private static final int FEW = 3;

    static List<Stretch> of(List<TimelineEntry> entries) {
        var stretches = new ArrayList<Stretch>();
        var run = new ArrayList<TimelineEntry>();
        for (var entry : entries) {
            if (!run.isEmpty() && isChange(run.get(0)) != isChange(entry)) {
                stretches.add(closed(run));
                run = new ArrayList<>();
            }
            run.add(entry);
        }
        if (!run.isEmpty()) stretches.add(closed(run));
        return stretches;
    }

    private static Stretch closed(List<TimelineEntry> run) {
        return new Stretch(run, isChange(run.get(0)) && run.size() > FEW);
    }

    /** Words are never folded away, and neither is a broken promise. */
    private static boolean isChange(TimelineEntry entry) {
        if (entry.isContact() || entry.isReply()) return false;
        return switch (Event.Kind.valueOf(entry.kind())) {
            case NOTED, CONSULTED, CONSULTATION_ENDED, PROMISE_BROKEN, RATED, ALERTED, PROPOSED, GIVEN_BACK -> false;
            default -> true;
        };
    }
}
