package org.rightdoor.inquiry;

/** Who may see a case: its department, or those alone who are named on it. */
public record Privacy(Inquiry inquiry) {

    /** From now on only those named on it see it. */
    public Event close(String reason, Actor by) {
        if (inquiry.confidential) throw new IllegalStateException("The case is confidential already.");
        inquiry.confidential = true;
        return Event.of(Event.Kind.MADE_CONFIDENTIAL, by, reason);
    }

    Event open(Actor by) {
        if (!inquiry.confidential) throw new IllegalStateException("The case is open to its department already.");
        inquiry.confidential = false;
        return Event.of(Event.Kind.MADE_OPEN, by, "");
    }

    Event name(String who, Actor by) {
        return onConfidential(Event.Kind.NAMED, by, who);
    }

    Event unname(String who, Actor by) {
        return onConfidential(Event.Kind.UNNAMED, by, who);
    }

    /** An administrator who is not named on it had to look. */
    Event lookedAt(String reason, Actor by) {
        return onConfidential(Event.Kind.LOOKED_AT, by, reason);
    }

    private Event onConfidential(Event.Kind kind, Actor by, String detail) {
        if (!inquiry.confidential) throw new IllegalStateException("The case is open to its department.");
        return Event.of(kind, by, detail);
    }
}
