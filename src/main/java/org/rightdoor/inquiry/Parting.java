package org.rightdoor.inquiry;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Which messages of a case go into one of their own, and which stay. */
record Parting(List<Contact> going, List<Contact> staying) {

    /** @param all oldest first */
    static Parting of(List<Contact> all, Collection<Long> chosen) {
        var going = all.stream().filter(contact -> chosen.contains(contact.id)).toList();
        var staying =
                all.stream().filter(contact -> !chosen.contains(contact.id)).toList();
        if (going.isEmpty()) throw new IllegalStateException("Choose the messages that go into a case of their own.");
        if (staying.isEmpty()) throw new IllegalStateException("At least one message has to stay in this case.");
        return new Parting(going, staying);
    }

    /** A case for the messages that go, in the place of the old one; it takes them when they arrive. */
    Inquiry newCase(Inquiry old) {
        var first = going.get(0);
        var opened = Inquiry.openedBy(first.personId, first.subject, first.text, first.at);
        opened.isAboutTheMatterOf(old);
        opened.department = old.department;
        opened.priority = old.priority;
        opened.confidence = old.confidence;
        opened.because = old.because;
        opened.confidential = old.confidential;
        opened.safety = old.safety;
        return opened;
    }

    Event leave(Inquiry old, Inquiry opened, Actor by) {
        old.contacts -= (int) going.stream().filter(contact -> contact.counts).count();
        old.lastContactAt = staying.stream()
                .map(contact -> contact.at)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        if (old.waitingSince != null) old.waitingSince = waitingSince(old.waitingSince);
        going.forEach(contact -> contact.inquiryNumber = opened.number);
        return Event.of(Event.Kind.SPLIT, by, messages() + " went into case #" + opened.number);
    }

    Event arrive(Inquiry opened, long from, Actor by) {
        going.forEach(opened::take);
        return Event.of(Event.Kind.SPLIT, by, messages() + " came from case #" + from);
    }

    /** Since the first of those that stay and that nobody has answered. */
    private Instant waitingSince(Instant before) {
        return staying.stream()
                .filter(contact -> contact.counts && !contact.at.isBefore(before))
                .map(contact -> contact.at)
                .findFirst()
                .orElse(before);
    }

    Long[] goingIds() {
        return going.stream().map(contact -> contact.id).toArray(Long[]::new);
    }

    private String messages() {
        return going.size() == 1 ? "One message" : going.size() + " messages";
    }
}
