package org.rightdoor.answers;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import org.rightdoor.inquiry.Actor;

/** From then on an answer is given by itself, or is only suggested to staff. */
@Entity
public class AnswerStanding {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public String answerId;
    public boolean automatic;

    /** In words for staff. */
    public String why;

    public String actor;

    /** The member of staff who decided, or null. */
    public Long staffId;

    public Instant at;

    static AnswerStanding of(String answerId, boolean automatic, String why, Actor by) {
        var standing = new AnswerStanding();
        standing.answerId = answerId;
        standing.automatic = automatic;
        standing.why = why;
        standing.actor = by.name();
        standing.staffId = by.staffId();
        standing.at = Instant.now();
        return standing;
    }
}
