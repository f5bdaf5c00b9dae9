package org.rightdoor.desk.writing;

import java.util.List;
import org.rightdoor.inquiry.TimelineEntry;

/**
 * How far the writer of an answer has read the case.
 *
 * @param contact id of the newest message of the family; 0 for none
 * @param reply id of the newest answer that a person wrote; 0 for none
 */
public record Known(long contact, long reply) {

    /** Where a form does not say how far its writer has read, nobody is asked anything. */
    public static final Known ALL = new Known(Long.MAX_VALUE, Long.MAX_VALUE);

    public static Known of(Long contact, Long reply) {
        return new Known(contact == null ? ALL.contact : contact, reply == null ? ALL.reply : reply);
    }

    /** Everything that stands there now. */
    public static Known of(List<TimelineEntry> timeline) {
        var contact = 0L;
        var reply = 0L;
        for (var entry : timeline) {
            if (entry.isContact()) contact = Math.max(contact, entry.id());
            if (isAnswer(entry)) reply = Math.max(reply, entry.id());
        }
        return new Known(contact, reply);
    }

    /** Messages and answers of which the writer does not know, oldest first. */
    public List<TimelineEntry> news(List<TimelineEntry> timeline) {
        return timeline.stream()
                .filter(entry -> entry.isContact() && entry.id() > contact || isAnswer(entry) && entry.id() > reply)
                .toList();
    }

    private static boolean isAnswer(TimelineEntry entry) {
        return entry.isReply() && !entry.automatic();
    }
}
