package org.rightdoor.reply;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import org.rightdoor.inquiry.Turn;

/** What somebody sent with one press, over all its channels, as long as it can be taken back. */
@Entity
public class Sending {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public long inquiryNumber;
    public long staffId;
    public Instant heldUntil;

    /** As it was typed. */
    public String text;

    /** Into the family's language; empty for none. */
    public String translation;

    /** Names of channels by comma. */
    public String channels;

    /** The approved answer it was begun with; empty for none. */
    public String answerId;

    /** Key of the department whose part was settled by it, or null. */
    public String part;

    /** Ids of the promises that ended with it. */
    public Long[] ended = {};

    /** How the case stood before. */
    @Embedded
    public Turn before;

    public static Sending of(long number, long staff, String text, String translation, String channels, String answer) {
        var sending = new Sending();
        sending.inquiryNumber = number;
        sending.staffId = staff;
        sending.text = text;
        sending.translation = translation;
        sending.channels = channels;
        sending.answerId = answer;
        return sending;
    }
}
