package org.rightdoor.people;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;

/** What two people are to each other. */
@Entity
public class Tie {

    public enum Kind {
        /** One person who wrote from two addresses. */
        SAME,
        /** Two people, such as the parents of one child. Neither sees what the other wrote. */
        HOUSEHOLD,
        /** Two people who have nothing to do with each other, though it may look so. */
        STRANGERS
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    /** The one with the lower id. */
    public long personId;

    public long otherId;

    @Enumerated(EnumType.STRING)
    public Kind kind;

    public Instant at;

    /** The deed that tied them. */
    public long deedId;

    /** The tie that this one took the place of, or null. */
    public Long insteadOf;

    /** Null while it holds. */
    public Instant endedAt;

    static Tie between(long a, long b, Kind kind, long deedId) {
        var tie = new Tie();
        tie.personId = Math.min(a, b);
        tie.otherId = Math.max(a, b);
        tie.kind = kind;
        tie.at = Instant.now();
        tie.deedId = deedId;
        return tie;
    }

    public long other(long id) {
        return id == personId ? otherId : personId;
    }
}
