package org.rightdoor.inquiry;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import org.rightdoor.routing.Priority;
import org.rightdoor.routing.Route;
import org.rightdoor.understand.Reading;
import org.rightdoor.understand.Tone;

/** The matter that one or more contacts are about. Its verbs guard, change, and return the event to be recorded. */
@Entity
@EntityListeners(InquiryClock.class)
public class Inquiry {

    private static final int SUBJECT_LENGTH = 90;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long number;

    public long personId;

    /** What the inbox shows: the mail's subject, or how the first message begins. */
    public String subject;

    public String department;

    /** Key of the topic; null when nobody could tell. */
    public String topic;

    @Enumerated(EnumType.STRING)
    public Priority priority;

    @Enumerated(EnumType.STRING)
    public Status status = Status.OPEN;

    /** Two-letter code of what the family writes, or {@code und}. */
    public String language = Reading.UNKNOWN_LANGUAGE;

    /** Of the first message. */
    @Enumerated(EnumType.STRING)
    public Reading.Kind kind = Reading.Kind.QUESTION;

    /** The most pressing that any message was. */
    @Enumerated(EnumType.STRING)
    public Tone.Urgency urgency = Tone.Urgency.NONE;

    /** True when any message was written in distress. */
    public boolean distress;

    /** Key of the school, or null. */
    public String school;

    /** Why it is where it is, in words staff understand. */
    public String[] because = {};

    public String[] tags = {};

    /** Of the reading that led here, 0 to 1. */
    public float confidence;

    /** How many times the family had to make contact. */
    public int contacts;

    public Instant openedAt;
    public Instant lastContactAt;

    /** Since when the family has been waiting for the district; null while it is not. */
    public Instant waitingSince;

    public Instant resolvedAt;

    /** How many other departments have not settled their part yet. */
    public int openParts;

    /** True when the owner has answered and only others' parts are open. */
    public boolean halfAnswered;

    /** The way by which the family wants its answers; null as long as it has not said. */
    @Enumerated(EnumType.STRING)
    public Channel answerBy;

    /** By when the family gets its next answer; null while it waits for none. */
    public Instant answerDueAt;

    /** By when it is settled; null where nothing is promised, or while it is the family's turn. */
    public Instant resolutionDueAt;

    /** When a person first answered; null before. */
    public Instant firstAnsweredAt;

    /** The times in which it was the family's turn: beginnings and ends by turns, in seconds since 1970. */
    public Long[] rests = {};

    /** True once something called a person to it: nothing leaves it by itself any more, for good. */
    public boolean safety;

    /** Who works on it, or null. */
    public Long assigneeId;

    /** Until then it is out of the way of those who work on it; null while it is not. */
    public Instant snoozedUntil;

    /** True when only those named on it may see it. */
    public boolean confidential;

    /** Number of the case it has become part of, or null. */
    public Long mergedInto;

    @Version
    public int version;

    public static Inquiry openedBy(long personId, String subject, String text, Instant at) {
        var inquiry = new Inquiry();
        inquiry.personId = personId;
        inquiry.subject = abbreviated(subject == null || subject.isBlank() ? text : subject);
        inquiry.openedAt = at;
        inquiry.lastContactAt = at;
        inquiry.waitingSince = at;
        return inquiry;
    }

    /** The matter takes one more contact: it counts, unless it is mere thanks, and then the district owes an answer. */
    public List<Event> take(Contact contact) {
        if (contact.at.isAfter(lastContactAt)) lastContactAt = contact.at;
        if (!contact.counts) return List.of();
        contacts++;
        halfAnswered = false;
        var reopened = status == Status.RESOLVED ? List.of(reopen(Actor.FAMILY)) : List.<Event>of();
        if (!reopened.isEmpty()) waitingSince = contact.at;
        status = Status.OPEN;
        snoozedUntil = null;
        if (waitingSince == null) waitingSince = contact.at;
        return reopened;
    }

    /** True when nothing in it asks for anything: a STOP, an out-of-office notice. No other message belongs to it. */
    public boolean holdsOnlyNotices() {
        return contacts == 0 && status == Status.RESOLVED;
    }

    /** How a message sounds: the case is as pressing as the most pressing of them. */
    public void hear(Tone tone) {
        distress |= tone.distress();
        if (tone.urgency().compareTo(urgency) > 0) urgency = tone.urgency();
        if (priority != null) priority = priority.atLeast(Priority.of(tone));
    }

    /** What the inbox shows goes on with what was said, once that is known. */
    void saysToo(String text) {
        subject = abbreviated(subject + ": " + text.strip());
    }

    /** The first route, or the one found by reading again. */
    public Event route(Route route) {
        department = route.department();
        topic = route.topic();
        priority = route.priority();
        tags = route.tags().toArray(String[]::new);
        because = route.because().toArray(String[]::new);
        confidence = (float) route.confidence();
        return Event.of(Event.Kind.ROUTED, Actor.RIGHTDOOR, department);
    }

    /**
     * Staff know better: another department, for a reason that everybody can read. Nobody there has taken it yet.
     *
     * @param aboutTopic key of the topic it is about, or null when that is for the department to find out
     */
    public Event reroute(String toDepartment, String aboutTopic, String reason, Actor by) {
        if (toDepartment.equals(department)) {
            throw new IllegalStateException(
                    "The case is with " + toDepartment + " already. Choose another department.");
        }
        department = toDepartment;
        assigneeId = null;
        topic = aboutTopic;
        because = new String[] {by.name() + ": " + reason};
        return Event.of(Event.Kind.ROUTED, by, toDepartment + ": " + reason);
    }

    /** Staff know better what it is about; it stays where it is. */
    public Event changeTopic(String toTopic, Actor by) {
        if (toTopic.equals(topic)) {
            throw new IllegalStateException("The case is about that already. Choose another topic.");
        }
        topic = toTopic;
        because = new String[0];
        return Event.of(Event.Kind.TOPIC_CHANGED, by, toTopic);
    }

    /** An approved answer was given at once; now it is the family's turn to say whether it helped. */
    public Event answered(String answerId) {
        status = Status.WAITING;
        waitingSince = null;
        return Event.of(Event.Kind.ANSWERED, Actor.RIGHTDOOR, answerId);
    }

    /** Something in it calls a person at once: it is urgent, open, and nothing leaves it by itself from now on. */
    public Event callPerson(String why, Actor by) {
        safety = true;
        priority = Priority.URGENT;
        status = Status.OPEN;
        resolvedAt = null;
        if (waitingSince == null) waitingSince = Instant.now();
        return Event.of(Event.Kind.ALERTED, by, why);
    }

    /** What was about to leave by itself does not: the family waits for a person. */
    public Event heldBack(String why) {
        if (status == Status.WAITING) status = Status.OPEN;
        if (status == Status.OPEN && waitingSince == null) waitingSince = Instant.now();
        return note("An automatic reply was held back. " + why, Actor.RIGHTDOOR);
    }

    /** Somebody has answered; now it is the family's turn. */
    public Event replied(Actor by, String how) {
        if (firstAnsweredAt == null) firstAnsweredAt = Instant.now();
        if (openParts > 0) halfAnswered = true;
        else waitForFamily();
        return Event.of(Event.Kind.REPLIED, by, how);
    }

    /** A department has answered its part; the family still waits for the rest. */
    public Event repliedInPart(Actor by) {
        return Event.of(Event.Kind.REPLIED, by, "");
    }

    /** Nobody could tell for which of two departments it is: the family is asked. */
    public Event askedFor(Clarification asked) {
        return Event.of(Event.Kind.ASKED, Actor.RIGHTDOOR, String.join(", ", asked.departments));
    }

    /** Whose turn it is now, for {@link #takenBack}. */
    public Turn turn() {
        return Turn.of(this);
    }

    /** True where it was our turn then and is the family's now. */
    public boolean isAnsweredSince(Turn before) {
        return status == Status.WAITING && before.status() == Status.OPEN;
    }

    /** An answer was taken back before it left: the case is as it was before, but for what has happened since. */
    public Event takenBack(Turn before, Actor by) {
        if (isAnsweredSince(before)) {
            status = Status.OPEN;
            if (waitingSince == null) waitingSince = before.waitingSince();
        }
        firstAnsweredAt = before.firstAnsweredAt();
        halfAnswered = before.halfAnswered();
        return Event.of(Event.Kind.TAKEN_BACK, by, "");
    }

    /** With that answer a department's part was settled; now it is not. */
    void reopenPart() {
        openParts++;
    }

    /** The family has said which; a case that staff have moved meanwhile stays where they moved it. */
    Event clarified(Clarification asked) {
        if (asked.choice == null) return Event.of(Event.Kind.CLARIFIED, Actor.FAMILY, "");
        if (topic != null || !department.equals(asked.desk)) {
            return Event.of(Event.Kind.CLARIFIED, Actor.FAMILY, asked.choice);
        }
        department = asked.choice;
        topic = asked.topic();
        confidence = 1;
        because = new String[] {"the family said that it is about this"};
        return Event.of(Event.Kind.ROUTED, Actor.FAMILY, department);
    }

    /** Another department answers that part of it. */
    public Event givePart(Part part) {
        openParts++;
        return Event.of(Event.Kind.PART_GIVEN, Actor.RIGHTDOOR, part.department + ": " + part.text);
    }

    Event settlePart(String ofDepartment, Actor by) {
        closePart();
        return Event.of(Event.Kind.PART_SETTLED, by, ofDepartment);
    }

    Event removePart(String ofDepartment, Actor by) {
        closePart();
        return Event.of(Event.Kind.PART_REMOVED, by, ofDepartment);
    }

    private void closePart() {
        openParts--;
        if (openParts == 0 && halfAnswered) waitForFamily();
    }

    private void waitForFamily() {
        if (status != Status.RESOLVED) status = Status.WAITING;
        waitingSince = null;
        halfAnswered = false;
    }

    /** An answer came back: the family waits again, and the case says what can be done. */
    public Event undelivered(String address, String why) {
        if (status == Status.WAITING) status = Status.OPEN;
        if (status == Status.OPEN && waitingSince == null) waitingSince = Instant.now();
        return note(
                "The mail to " + address + " did not arrive. " + why
                        + " Call or text the family, or ask for another address.",
                Actor.RIGHTDOOR);
    }

    public Event note(String text, Actor by) {
        return Event.of(Event.Kind.NOTED, by, text);
    }

    /** Staff may not resolve what another department has not settled; the family may. */
    public Event resolve(Actor by) {
        if (status == Status.RESOLVED) throw new IllegalStateException("The case is resolved already.");
        if (openParts > 0 && by.staffId() != null) {
            throw new IllegalStateException(
                    "Another department has a part of this case. It has to be done or removed first.");
        }
        status = Status.RESOLVED;
        resolvedAt = Instant.now();
        waitingSince = null;
        snoozedUntil = null;
        return Event.of(Event.Kind.RESOLVED, by, "");
    }

    public Event prioritise(Priority to, Actor by) {
        if (to == priority) throw new IllegalStateException("That is its priority already.");
        priority = to;
        return Event.of(Event.Kind.PRIORITY_CHANGED, by, to.name());
    }

    public Event reopen(Actor by) {
        if (status != Status.RESOLVED) throw new IllegalStateException("The case is open already.");
        status = Status.OPEN;
        resolvedAt = null;
        waitingSince = Instant.now();
        return Event.of(Event.Kind.REOPENED, by, "");
    }

    /** The automatic answer did not help: the family waits for a person, from now on if it was not waiting yet. */
    public Event askForPerson() {
        status = Status.OPEN;
        resolvedAt = null;
        if (waitingSince == null) waitingSince = Instant.now();
        return Event.of(Event.Kind.REOPENED, Actor.FAMILY, "The automatic answer did not help; a person is asked for.");
    }

    /** The help was not enough: the family waits again. */
    public Event needMoreHelp() {
        askForPerson();
        return Event.of(Event.Kind.REOPENED, Actor.FAMILY, "The family still needs help.");
    }

    /** The family says by which way it wants its answers. */
    public Event answerBy(Channel channel) {
        answerBy = channel;
        return note("The family wants its answers by " + (channel == Channel.SMS ? "text." : "e-mail."), Actor.FAMILY);
    }

    /** What the family wants to know, for which school, and how it is to hear of it. */
    void isAboutTheMatterOf(Inquiry other) {
        topic = other.topic;
        kind = other.kind;
        school = other.school;
        language = other.language;
        answerBy = other.answerBy;
    }

    private static String abbreviated(String text) {
        var line = text.strip().lines().findFirst().orElse("").strip();
        if (line.codePointCount(0, line.length()) <= SUBJECT_LENGTH) return line;
        return line.substring(0, line.offsetByCodePoints(0, SUBJECT_LENGTH - 1)).strip() + "…";
    }
}
