package org.rightdoor.records.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.calendar.CurrentCalendar;

/** What is written down now about how long things are kept. */
@ApplicationScoped
class Schedules {

    @Inject
    CurrentKnowledge knowledge;

    @Inject
    CurrentCalendar calendar;

    Schedule now() {
        var rules = knowledge.now().rules();
        var zone = rules.district().timeZone();
        return new Schedule(rules.retention(), new SchoolYears(calendar.now().terms()), zone, LocalDate.now(zone));
    }
}
