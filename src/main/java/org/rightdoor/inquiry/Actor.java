package org.rightdoor.inquiry;

import org.rightdoor.people.Staff;

/** Who does something to an inquiry: a member of staff (with id), the family, or RightDoor itself. */
public record Actor(String name, Long staffId) {

    public static final Actor RIGHTDOOR = new Actor("RightDoor", null);
    public static final Actor FAMILY = new Actor("Family", null);

    public static Actor of(Staff staff) {
        return new Actor(staff.name, staff.id);
    }
}
