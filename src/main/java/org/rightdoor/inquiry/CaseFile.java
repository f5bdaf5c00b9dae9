package org.rightdoor.inquiry;

import java.util.List;
import org.rightdoor.people.Address;
import org.rightdoor.people.Person;

/**
 * A case with all that its page shows.
 *
 * @param timeline contacts, replies and events, oldest first
 * @param parts what other departments answer of it
 * @param token of the link that opens the whole case
 * @param survey what the family was asked about the help and said of it, or null
 */
public record CaseFile(
        Inquiry inquiry,
        Person person,
        List<Address> addresses,
        List<TimelineEntry> timeline,
        List<Part> parts,
        String token,
        Survey survey) {

    /** The same with how another case stands, which this one has become part of. */
    CaseFile standingAs(Inquiry whole) {
        return new CaseFile(part(inquiry, whole), person, addresses, timeline, parts, token, survey);
    }

    /** A copy, never to be stored. */
    private static Inquiry part(Inquiry inquiry, Inquiry whole) {
        var copy = new Inquiry();
        copy.number = inquiry.number;
        copy.personId = inquiry.personId;
        copy.subject = inquiry.subject;
        copy.isAboutTheMatterOf(inquiry);
        copy.openedAt = inquiry.openedAt;
        copy.lastContactAt = inquiry.lastContactAt;
        copy.contacts = inquiry.contacts;
        copy.mergedInto = inquiry.mergedInto;
        copy.department = whole.department;
        copy.priority = whole.priority;
        copy.safety = whole.safety;
        copy.status = whole.status;
        copy.waitingSince = whole.waitingSince;
        copy.resolvedAt = whole.resolvedAt;
        copy.answerDueAt = whole.answerDueAt;
        copy.resolutionDueAt = whole.resolutionDueAt;
        return copy;
    }

    /** The channel of the latest contact. */
    public Channel latestChannel() {
        return timeline.stream()
                .filter(TimelineEntry::isContact)
                .reduce((earlier, later) -> later)
                .map(TimelineEntry::channel)
                .orElse(Channel.WEB);
    }

    /** True when there was help that a family can speak of. */
    public boolean isRateable() {
        return !inquiry.safety
                && inquiry.status != Status.OPEN
                && timeline.stream().anyMatch(TimelineEntry::isReply);
    }

    public String email() {
        return latestAddress(Channel.EMAIL, Address.Kind.EMAIL);
    }

    public String phone() {
        return latestAddress(Channel.SMS, Address.Kind.PHONE);
    }

    /** The address that somebody with a part in the case last wrote from on that channel, else the one on record, else null. */
    private String latestAddress(Channel channel, Address.Kind kind) {
        var writtenFrom = timeline.stream()
                .filter(entry -> entry.isContact()
                        && entry.channel() == channel
                        && entry.address() != null
                        && !entry.byStranger())
                .reduce((earlier, later) -> later)
                .map(TimelineEntry::address);
        return writtenFrom.orElseGet(() -> addresses.stream()
                .filter(address -> address.kind == kind)
                .map(address -> address.value)
                .findFirst()
                .orElse(null));
    }
}
