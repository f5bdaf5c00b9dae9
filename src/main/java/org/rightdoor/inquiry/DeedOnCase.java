package org.rightdoor.inquiry;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** What a deed did to one of its cases. */
@Entity
class DeedOnCase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public long deedId;
    public long inquiryNumber;

    /** The event by which the case tells of it. */
    public Long eventId;

    /** The values that it changed, as JSON; see {@link Effect}. */
    public String beforeDeed;

    public String afterDeed;

    /** Promises that ended with it. */
    public Long[] ended = {};

    /** Promises that began with it. */
    public Long[] begun = {};

    /** Id of the newest contact of the case by then. */
    public long lastContact;

    /** Contacts that it moved away from the case. */
    public Long[] moved = {};

    /** True once retention has taken out what the case was. */
    boolean isErased() {
        return afterDeed.equals("{}");
    }

    Effect effect() {
        return Effect.read(beforeDeed, afterDeed);
    }
}
