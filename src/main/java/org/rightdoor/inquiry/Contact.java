package org.rightdoor.inquiry;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;

/** One time a person reached the district, on one channel. Its words are never edited. */
@Entity
public class Contact {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public long inquiryNumber;
    public long personId;

    @Enumerated(EnumType.STRING)
    public Channel channel;

    /** The channel's own name for this message, such as a MessageSid or a Message-ID; unique within the channel. */
    public String externalId;

    public Instant at;

    /** The e-mail address or telephone number it came from; null from an anonymous page. */
    public String address;

    /** Subject line of a mail, or null. */
    public String subject;

    public String text;

    /** False for thanks and automatic messages: a family did not have to make them. */
    public boolean counts;

    /** Why it was left out when it came, whatever staff have said since; null where it was not. */
    @Enumerated(EnumType.STRING)
    public LeftOut leftOut;

    /** The secret link through which it was written, or null. */
    public String linkToken;

    /** A family did not have to make it. */
    public void leaveOut(LeftOut why) {
        counts = false;
        leftOut = why;
    }

    /** Staff say otherwise. */
    void count(boolean yes) {
        if (yes == counts) throw new IllegalStateException("That is how it is counted already.");
        counts = yes;
        if (!yes && leftOut == null) leftOut = LeftOut.STAFF;
    }
}
