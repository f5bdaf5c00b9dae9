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

/** One line of the ledger of who wants to be written to (47 CFR 64.1200(a)(10)). Never changed, never deleted. */
@Entity
public class Consent {

    public enum Wish {
        /** Nothing may be sent. */
        OUT,
        IN,
        /** The family may have asked for no more; nothing is sent until a person has decided. */
        IN_DOUBT
    }

    public enum Source {
        /** A whole message such as STOP. */
        KEYWORD,
        /** A sentence that reads like a wish. */
        OWN_WORDS,
        /** The carrier refuses the address because its owner opted out there. */
        CARRIER,
        STAFF,
        /** A button on the page of a case. */
        CASE_PAGE
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public Instant at;

    @Enumerated(EnumType.STRING)
    public Channel channel;

    /** Telephone number in E.164 form, or e-mail address in lower case. */
    public String address;

    @Enumerated(EnumType.STRING)
    public Wish wish;

    @Enumerated(EnumType.STRING)
    public Source source;

    /** What was said, or what the carrier answered. */
    public String words;

    public String actor;
    public Long staffId;

    /** The channel's own name for the message that said it, or null. */
    public String externalId;

    public static Consent of(Channel channel, String address, Wish wish, Source source, String words, Actor by) {
        var consent = new Consent();
        consent.at = Instant.now();
        consent.channel = channel;
        consent.address = address;
        consent.wish = wish;
        consent.source = source;
        consent.words = words;
        consent.actor = by.name();
        consent.staffId = by.staffId();
        return consent;
    }

    public Consent saidIn(String message) {
        externalId = message;
        return this;
    }
}
