package org.rightdoor.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The calendar in force: what is written down, with the days that staff declared closed on top. */
@ApplicationScoped
public class CurrentCalendar {

    private SchoolCalendar written;
    private List<Closing> declared = List.of();
    private volatile SchoolCalendar calendar;

    public SchoolCalendar now() {
        return calendar;
    }

    /** The written calendar has been read, for the first time or again. */
    public synchronized void takeOver(SchoolCalendar read) {
        written = read;
        calendar = written.with(declared);
    }

    synchronized void declare(List<Closing> closings) {
        if (closings.equals(declared)) return;
        declared = List.copyOf(closings);
        calendar = written.with(declared);
    }
}
