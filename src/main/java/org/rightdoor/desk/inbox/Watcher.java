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
 * @param only the case it shows, or null for a page with a list
 */
record Watcher(Staff staff, Sight sight, Long only, MultiEmitter<? super OutboundSseEvent> stream) {

    static Watcher of(Staff staff, Long only, MultiEmitter<? super OutboundSseEvent> stream) {
        return new Watcher(staff, Sight.of(staff), only, stream);
    }

    /** Lists show what cases are; who looks at one is for those who look at it too. */
    boolean wants(Change change) {
        return only == null ? change.kind() != Change.Kind.PRESENCE : only == change.number();
    }

    boolean isStill(String roles, List<String> departments) {
        return staff.roles.equals(roles) && List.of(staff.departments).equals(departments);
    }
}
