package org.rightdoor.safety;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import org.rightdoor.answers.Signal;
import org.rightdoor.inquiry.Actor;

/** Something that must reach a person now: it goes from one to the next until somebody says to have it. */
@Entity
public class Alert {

    public enum Outcome {
        REAL,
        FALSE
    }

    /** Who has said that they have it, and it is not closed; or nobody yet. */
    public enum State {
        OPEN,
        ACKNOWLEDGED,
        CLOSED
    }

    static final String NET = "RightDoor";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    /** Null for a drill. */
    public Long inquiryNumber;

    /** Key in {@code safety.yml}. */
    public String category;

    /** Words of the text, or of the district's rule, that called. They never leave the desk. */
    public String[] words = {};

    /** 0 to 1. */
    public float confidence;

    /** Who raised it, as people read it. */
    public String raisedBy;

    /** True when the net had not noticed, and a person did. */
    public boolean missed;

    /** True when it is only an exercise. */
    public boolean drill;

    public Instant at;

    /** How many people were called so far. */
    public int step;

    /** When the next one is called; null when nobody is any more. */
    public Instant nextStepAt;

    public Instant acknowledgedAt;
    public Long acknowledgedBy;

    @Enumerated(EnumType.STRING)
    public Outcome outcome;

    /** What was done, in staff's words; null before. */
    public String handled;

    public Instant closedAt;
    public Long closedBy;

    static Alert raised(long inquiryNumber, Signal signal, Instant at) {
        var alert = of(signal.category(), NET, at);
        alert.inquiryNumber = inquiryNumber;
        alert.words = signal.evidence().toArray(String[]::new);
        alert.confidence = (float) signal.confidence();
        return alert;
    }

    static Alert missed(long inquiryNumber, String category, Actor by, Instant at) {
        var alert = of(category, by.name(), at);
        alert.inquiryNumber = inquiryNumber;
        alert.confidence = 1;
        alert.missed = true;
        return alert;
    }

    static Alert drill(String category, Actor by, Instant at) {
        var alert = of(category, by.name(), at);
        alert.confidence = 1;
        alert.drill = true;
        return alert;
    }

    private static Alert of(String category, String raisedBy, Instant at) {
        var alert = new Alert();
        alert.category = category;
        alert.raisedBy = raisedBy;
        alert.at = at;
        alert.nextStepAt = at;
        return alert;
    }

    public State state() {
        if (closedAt != null) return State.CLOSED;
        return acknowledgedAt == null ? State.OPEN : State.ACKNOWLEDGED;
    }

    /** Somebody has it: nobody else is called. The first one counts. */
    boolean acknowledge(Actor by, Instant now) {
        if (acknowledgedAt != null) return false;
        acknowledgedAt = now;
        acknowledgedBy = by.staffId();
        nextStepAt = null;
        return true;
    }

    /** Somebody else has it from now on. */
    void take(Actor by, Instant now) {
        if (acknowledgedAt == null) acknowledgedAt = now;
        acknowledgedBy = by.staffId();
        nextStepAt = null;
    }

    /** What became of it; said again, the later word counts. */
    void close(Outcome became, String done, Actor by, Instant now) {
        if (acknowledgedAt == null) acknowledge(by, now);
        outcome = became;
        handled = done;
        closedAt = now;
        closedBy = by.staffId();
    }
}
