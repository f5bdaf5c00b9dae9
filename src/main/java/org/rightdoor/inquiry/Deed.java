package org.rightdoor.inquiry;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Objects;

/** Something that staff did to one case or to several at once, as it can be undone: altogether and once. */
@Entity
public class Deed {

    public enum Kind {
        HANDED_OVER,
        TOPIC_CHANGED,
        PRIORITY_CHANGED,
        TAGGED,
        ASSIGNED,
        SNOOZED,
        RESOLVED,
        REOPENED,
        NOTED,
        CONSULTED,
        MERGED,
        SPLIT,
        PEOPLE_LINKED,
        COUNT_CORRECTED;

        /** True where the case may have become another department's, or confidential. */
        boolean moves() {
            return this == HANDED_OVER || this == TOPIC_CHANGED;
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @Enumerated(EnumType.STRING)
    public Kind kind;

    public Instant at;

    /** Name of who did it, as people read it. */
    public String actor;

    /** Who did it, or null for a program. */
    public Long staffId;

    /** Null while it stands. */
    public Instant undoneAt;

    public String undoneBy;

    static Deed of(Kind kind, Actor by) {
        var deed = new Deed();
        deed.kind = kind;
        deed.at = Instant.now();
        deed.actor = by.name();
        deed.staffId = by.staffId();
        return deed;
    }

    public boolean isBy(Actor who) {
        return staffId != null && Objects.equals(staffId, who.staffId());
    }

    public boolean isUndone() {
        return undoneAt != null;
    }

    void undo(Actor by) {
        if (isUndone()) throw new IllegalStateException("This has been undone already, by " + undoneBy + ".");
        undoneAt = Instant.now();
        undoneBy = by.name();
    }
}
