package org.rightdoor.inquiry;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;

/** One time a person reached the district, on one channel. Never edited. */
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

    /** The secret link through which it was written, or null. */
    public String linkToken;
}
