package org.rightdoor.calendar;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;

/** Something the district owes a family by a date, and how it went. Those about answers follow their case by themselves. */
@Entity
public class Promise {

    public enum Kind {
        FIRST_ANSWER,
        NEXT_ANSWER,
        RESOLUTION,
        /** Given by a member of staff in their own words. */
        FOLLOW_UP
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public long inquiryNumber;

    @Enumerated(EnumType.STRING)
    public Kind kind;

    public String department;

    /** What was promised; empty unless staff did. */
    public String text = "";

    /** Name of who promised it, or null. */
    public String author;

    public Long staffId;

    public Instant madeAt;

    /** Null while the family has to say something first. */
    public Instant dueAt;

    public Instant remindedAt;
    public Instant brokenAt;

    /** When it was kept, or nothing was owed any more; null while it runs. */
    public Instant endedAt;

    public boolean isLate(Instant now) {
        return endedAt == null && dueAt != null && dueAt.isBefore(now);
    }
}
