package org.rightdoor.portal;

import java.time.Instant;
import org.rightdoor.calendar.SchoolCalendar;
import org.rightdoor.routing.Department;

/** A department as families see it: its name in their language, what it promises, and whether somebody is there now. */
record Desk(Department department, OpenSign sign, Visit visit) {

    /** @param school key of the family's school, or null where it is not known */
    static Desk of(Department department, String school, SchoolCalendar calendar, Visit visit) {
        var hours = calendar.openHours(department.key(), school);
        return new Desk(department, OpenSign.of(hours, calendar.zone(), Instant.now()), visit);
    }

    public String name() {
        return department.name().in(visit.language());
    }

    public String promise() {
        return visit.texts().answersWithin(department.answersWithinDays());
    }

    /** Until when somebody is there today, or when somebody will be. */
    public String open() {
        return sign.in(visit);
    }
}
