package org.rightdoor.reply;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import org.rightdoor.inquiry.Actor;

/** An answer that a helper wrote, until somebody who may send decides about it. Its verbs guard and change. */
@Entity
public class Proposal {

    public enum State {
        WAITING,
        /** It was sent, as it was or changed. */
        APPROVED,
        /** It goes back to its author with a remark. */
        RETURNED,
        /** Its author thought better of it. */
        WITHDRAWN
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public long inquiryNumber;
    public String text;

    /** Names of the channels by which it is to go. */
    public String[] channels = {};

    /** Id of the approved answer it was begun with; null without one. */
    public String answerId;

    public String author;
    public long staffId;
    public Instant at;

    @Enumerated(EnumType.STRING)
    public State state;

    public String decidedBy;
    public Instant decidedAt;

    /** Why it was returned; empty otherwise. */
    public String remark = "";

    /** @param answerId may be null */
    public static Proposal of(long inquiryNumber, String text, List<String> channels, String answerId, Actor author) {
        var proposal = new Proposal();
        proposal.inquiryNumber = inquiryNumber;
        proposal.text = text;
        proposal.channels = channels.toArray(String[]::new);
        proposal.answerId = answerId;
        proposal.author = author.name();
        proposal.staffId = author.staffId();
        proposal.at = Instant.now();
        proposal.state = State.WAITING;
        return proposal;
    }

    public boolean isWaiting() {
        return state == State.WAITING;
    }

    public boolean isReturned() {
        return state == State.RETURNED;
    }

    /** @throws IllegalStateException when it has been decided already, or by its own author */
    void approve(Actor by) {
        if (isBy(by)) throw new IllegalStateException("Somebody else has to approve what you wrote.");
        decide(State.APPROVED, by);
    }

    void giveBack(String why, Actor by) {
        decide(State.RETURNED, by);
        remark = why;
    }

    void withdraw(Actor by) {
        if (!isBy(by))
            throw new IllegalStateException("Only who wrote it takes it back. Return it with a remark instead.");
        decide(State.WITHDRAWN, by);
    }

    private boolean isBy(Actor somebody) {
        return Long.valueOf(staffId).equals(somebody.staffId());
    }

    private void decide(State decision, Actor by) {
        if (!isWaiting()) {
            throw new IllegalStateException("A colleague was faster: " + decidedBy + " "
                    + switch (state) {
                        case APPROVED -> "approved it.";
                        case RETURNED -> "returned it.";
                        default -> "took it back.";
                    });
        }
        state = decision;
        decidedBy = by.name();
        decidedAt = Instant.now();
    }
}
