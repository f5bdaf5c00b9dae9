package org.rightdoor.inquiry;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;

/** What another department than the owner answers of a case: one message may be about two matters. */
@Entity
public class Part {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public long inquiryNumber;
    public String department;

    /** Key of the topic, or null. */
    public String topic;

    /** The passage of the message that is theirs. */
    public String text;

    /** Why it is theirs, in words staff understand. */
    public String[] because = {};

    public Instant createdAt;

    /** Null while it is open. */
    public Instant doneAt;

    public boolean isDone() {
        return doneAt != null;
    }
}
