package org.rightdoor.reply;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import org.rightdoor.inquiry.Actor;
import org.rightdoor.inquiry.Channel;

/** A message that goes out to a family, written by staff or taken from an approved answer. */
@Entity
public class Reply {

    public enum State {
        QUEUED,
        /** Being sent just now. */
        CLAIMED,
        SENT,
        DELIVERED,
        FAILED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public long inquiryNumber;

    /** WEB means that it is only shown on the case's page. */
    @Enumerated(EnumType.STRING)
    public Channel channel;

    /** E-mail address or telephone number; null for WEB. */
    public String address;

    public String text;

    /** The approved answer this was taken from, or null. */
    public String answerId;

    /** The version of that answer's text, see {@code answers.Answer#version}; null without an answer. */
    public String answerVersion;

    /** True when no person wrote or released it. */
    public boolean automatic;

    /** True for a code that opens a case on another device: no part of the conversation. */
    public boolean code;

    public String author;
    public Long staffId;

    @Enumerated(EnumType.STRING)
    public State state;

    public int attempts;
    public Instant createdAt;
    public Instant nextTryAt;
    public Instant claimedAt;
    public Instant sentAt;

    /** The channel's own name for it, such as a MessageSid or a Message-ID; families' answers refer to it. */
    public String externalId;

    /** Why it did not leave, in words for staff; null while nothing went wrong. */
    public String error;

    /** The reply that did not arrive and that this one stands in for, or null. */
    public Long insteadOf;

    /** Until then it can be taken back, and nobody outside sees it; null where it left at once. */
    public Instant heldUntil;

    /** The {@link Sending} by which it can be taken back, or null. */
    public Long sendingId;

    /** A reply to be sent as soon as its transaction is committed; on WEB it has arrived by being there. */
    public static Reply to(long inquiryNumber, Destination destination, String text, Actor author) {
        var reply = new Reply();
        reply.inquiryNumber = inquiryNumber;
        reply.channel = destination.channel();
        reply.address = destination.address();
        reply.text = text;
        reply.author = author.name();
        reply.staffId = author.staffId();
        reply.createdAt = Instant.now();
        reply.nextTryAt = reply.createdAt;
        reply.state = reply.channel == Channel.WEB ? State.SENT : State.QUEUED;
        if (reply.state == State.SENT) reply.sentAt = reply.createdAt;
        return reply;
    }

    /** Keeps it here until it can be taken back no more. */
    Reply heldBy(Sending sending) {
        sendingId = sending.id;
        heldUntil = sending.heldUntil;
        nextTryAt = sending.heldUntil;
        if (state == State.SENT) sentAt = sending.heldUntil;
        return this;
    }

    /** Marks it as written by nobody. */
    public Reply automatically() {
        automatic = true;
        return this;
    }

    /** Marks it as a code for another device. */
    public Reply asCode() {
        code = true;
        return automatically();
    }

    /** Says which approved answer it was taken from, also when staff have edited it since; null for none. */
    public Reply takenFrom(String answer, String version) {
        answerId = answer;
        answerVersion = version;
        return this;
    }
}
