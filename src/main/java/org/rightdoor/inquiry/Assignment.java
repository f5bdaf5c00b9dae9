package org.rightdoor.inquiry;

import java.util.Objects;
import org.rightdoor.people.Staff;

/** Who works on a case; a null id stands for nobody. */
public record Assignment(Long staffId, String name) {

    public static final Assignment NOBODY = new Assignment(null, "");

    public static Assignment to(Staff staff) {
        return new Assignment(staff.id, staff.name);
    }

    public Event of(Inquiry inquiry, Actor by) {
        if (Objects.equals(inquiry.assigneeId, staffId)) {
            throw new IllegalStateException(
                    staffId == null ? "Nobody works on this case already." : name + " works on this case already.");
        }
        inquiry.assigneeId = staffId;
        return Event.of(Event.Kind.ASSIGNED, by, name);
    }

    /** Whoever takes a case does not take it away from a colleague. */
    public Event take(Inquiry inquiry, Actor by) {
        if (inquiry.assigneeId != null && !inquiry.assigneeId.equals(staffId)) {
            throw new IllegalStateException(
                    "A colleague was faster and works on this case. If you agreed that you do, assign it to yourself.");
        }
        return of(inquiry, by);
    }
}
