package org.rightdoor.desk.inbox;

import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.util.List;
import org.rightdoor.inquiry.Change;
import org.rightdoor.inquiry.Sight;
import org.rightdoor.people.Staff;

/**
 * One open page that wants to know what changes.
 *
 * @param session in which it was opened, or null where there is none
 * @param only the case it shows, or null for a page with a list
 */
record Watcher(Staff staff, Long session, Sight sight, Long only, MultiEmitter<? super OutboundSseEvent> stream) {

    static Watcher of(Staff staff, Long session, Long only, MultiEmitter<? super OutboundSseEvent> stream) {
        return new Watcher(staff, session, Sight.of(staff), only, stream);
    }

    /** Lists show what cases are; who looks at one is for those who look at it too. */
    boolean wants(Change change) {
        return only == null ? change.kind() != Change.Kind.PRESENCE : only == change.number();
    }

    /** @param sessions ids of those that are open */
    boolean isStill(String roles, List<String> departments, List<Long> sessions) {
        return staff.roles.equals(roles)
                && List.of(staff.departments).equals(departments)
                && (session == null || sessions.contains(session));
    }
}
