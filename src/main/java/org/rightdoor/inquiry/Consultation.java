package org.rightdoor.inquiry;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;

/** A question to another department about a case that stays with its owner; that department reads the case until it has answered. */
@Entity
public class Consultation {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public long inquiryNumber;

    /** Key of the department that is asked. */
    public String department;

    public String question;
    public String askedBy;
    public Instant askedAt;

    /** The deed that asked. */
    public long deedId;

    /** Null while it is open. */
    public Instant endedAt;

    static Consultation of(long number, String department, String question, Deed deed) {
        var consultation = new Consultation();
        consultation.inquiryNumber = number;
        consultation.department = department;
        consultation.question = question;
        consultation.askedBy = deed.actor;
        consultation.askedAt = deed.at;
        consultation.deedId = deed.id;
        return consultation;
    }
}
