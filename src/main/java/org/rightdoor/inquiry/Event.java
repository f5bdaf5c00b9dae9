package org.rightdoor.inquiry;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;

/** Something that happened to an inquiry: the audit trail and, with contacts and replies, the timeline. */
@Entity
public class Event {

    public enum Kind {
        OPENED,
        /** The family's links to it open nothing any more; the next answer brings a new one. */
        LINK_RENEWED,
        ROUTED,
        TOPIC_CHANGED,
        NOTED,
        /** Staff wrote down a call or a visit; the detail says which, and who it was. */
        WRITTEN_DOWN,
        ANSWERED,
        REPLIED,
        /** An answer was taken back before it left. */
        TAKEN_BACK,
        RESOLVED,
        REOPENED,
        /** Another department has a part of it; the detail is the department, a colon, and what is theirs. */
        PART_GIVEN,
        PART_SETTLED,
        PART_REMOVED,
        /** The family was asked for which of two departments it is. */
        ASKED,
        /** It has answered, and the case stayed where it was. */
        CLARIFIED,
        /** The family said how the help was; the detail is the courtesy, 1 to 5. */
        RATED,
        /** The calendar has changed; the detail is when the answer is due now. */
        PROMISE_MOVED,
        /** Little open time is left; the detail is when it is due, or what staff promised. */
        PROMISE_NEAR,
        PROMISE_BROKEN,
        /** Something called a person, or what became of that; the detail says what, without the family's words. */
        ALERTED,
        /** Staff promised the family something; the detail says what and by when. */
        FOLLOW_UP_PROMISED,
        FOLLOW_UP_KEPT,
        /** Only those named on it see it from now on; the detail is the reason. */
        MADE_CONFIDENTIAL,
        MADE_OPEN,
        /** Somebody sees a confidential case; the detail is the name. */
        NAMED,
        UNNAMED,
        /** An administrator who is not named on it had to look; the detail is the reason. */
        LOOKED_AT,
        /** A helper wrote an answer that waits for approval; the detail is its text. */
        PROPOSED,
        /** It was approved and sent; the detail is who wrote it. */
        APPROVED,
        /** It went back to the helper; the detail is the remark. */
        GIVEN_BACK,
        /** The helper took it back. */
        WITHDRAWN,
        /** Somebody works on it; the detail is who, empty for nobody. */
        ASSIGNED,
        /** It is out of the way; the detail is until when. */
        SNOOZED,
        WOKEN,
        /** The detail is the priority. */
        PRIORITY_CHANGED,
        /** The detail is all tags that it has now. */
        TAGGED,
        /** It takes in other cases, or has become part of one; the detail says which. */
        MERGED,
        /** Messages went into a case of their own, or came from one; the detail says which. */
        SPLIT,
        /** Another department is asked something; the detail is the department, a colon, and the question. */
        CONSULTED,
        /** It has answered, or is not needed any more; the detail is the department, a colon, and the answer. */
        CONSULTATION_ENDED,
        /** Two people were found to be one, or of one household, or neither; the detail says so. */
        PEOPLE_LINKED,
        /** A message counts as one that the family had to write, or does not; the detail is yes or no. */
        COUNTED,
        /** Staff took back what they had done; the detail is the {@link Deed.Kind}. */
        UNDONE
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public long inquiryNumber;
    public Instant at;

    @Enumerated(EnumType.STRING)
    public Kind kind;

    /** Name of who did it, or what did it, as people read it. */
    public String actor;

    /** The member of staff who did it, or null. */
    public Long staffId;

    public String detail;

    public static Event of(Kind kind, Actor by, String detail) {
        var event = new Event();
        event.kind = kind;
        event.at = Instant.now();
        event.actor = by.name();
        event.staffId = by.staffId();
        event.detail = detail;
        return event;
    }
}
