package org.rightdoor.intake;

import java.util.ArrayList;
import java.util.List;
import org.rightdoor.inquiry.Actor;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.inquiry.Event;
import org.rightdoor.inquiry.Inquiry;
import org.rightdoor.inquiry.Status;

/**
 * What staff say about a contact that they took by word of mouth. They know what we would otherwise guess.
 *
 * @param by who took it
 * @param how it came, in words for colleagues: {@code Visit}, {@code Call: his grandmother}
 * @param personId who it was, or null for somebody new
 * @param continues number of the case it continues, or null for a new matter
 * @param department key of the department it is for where no topic was chosen, or null
 * @param settled true when nothing is left to do
 * @param confirmBy SMS and EMAIL as the person wishes; nothing is sent otherwise
 */
public record WrittenDown(
        Actor by,
        String how,
        Long personId,
        Long continues,
        String department,
        boolean settled,
        List<Channel> confirmBy) {

    /** What it makes happen to its case, which has taken the contact already. */
    List<Event> happensTo(Inquiry inquiry) {
        var events = new ArrayList<Event>();
        events.add(Event.of(Event.Kind.WRITTEN_DOWN, by, how));
        if (settled && inquiry.status != Status.RESOLVED) events.add(inquiry.resolve(by));
        return events;
    }
}
