package org.rightdoor.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** The calendar and the promises in force: what is written down, with the days that staff declared closed on top. */
@ApplicationScoped
public class CurrentCalendar {

    private SchoolCalendar written;
    private volatile List<Closing> declared = List.of();
    private volatile List<Closing> published = List.of();
    private volatile SchoolCalendar calendar;
    private volatile PromiseRules promises;
    private volatile Instant writtenAt;
    private volatile Instant changedAt = Instant.now();

    public SchoolCalendar now() {
        return calendar;
    }

    public PromiseRules promises() {
        return promises;
    }

    /** The days that staff declared, in the order in which they come. */
    public List<Closing> declared() {
        return declared;
    }

    /** The days off of the calendar that the district publishes at an address. */
    List<Closing> published() {
        return published;
    }

    /** When the district last changed what it wrote down. */
    public Instant writtenAt() {
        return writtenAt;
    }

    /** Different after every change of either. */
    public Instant changedAt() {
        return changedAt;
    }

    /** What is written has been read, for the first time or again. */
    public synchronized void takeOver(SchoolCalendar read, PromiseRules readPromises, Instant lastWritten) {
        written = read;
        promises = readPromises;
        writtenAt = lastWritten;
        change();
    }

    synchronized void declare(List<Closing> closings) {
        if (closings.equals(declared) || written == null) return;
        declared = List.copyOf(closings);
        change();
    }

    synchronized void publish(List<Closing> closings) {
        if (closings.equals(published)) return;
        published = List.copyOf(closings);
        change();
    }

    private void change() {
        calendar = written.with(published).with(declared);
        changedAt = Instant.now();
    }
}
