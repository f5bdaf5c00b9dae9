package org.rightdoor.intake;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rightdoor.answers.Knowledge;
import org.rightdoor.calendar.SchoolCalendar;
import org.rightdoor.inquiry.Actor;
import org.rightdoor.inquiry.CaseLink;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.inquiry.Clarification;
import org.rightdoor.inquiry.ConfidentialCases;
import org.rightdoor.inquiry.Contact;
import org.rightdoor.inquiry.Event;
import org.rightdoor.inquiry.Inquiry;
import org.rightdoor.inquiry.LeftOut;
import org.rightdoor.inquiry.Part;
import org.rightdoor.inquiry.Privacy;
import org.rightdoor.routing.Route;
import org.rightdoor.understand.Reading;

/**
 * A new matter as it was read and routed, before anything of it is stored.
 *
 * @param given what other departments than the owner answer of it
 */
record Opening(
        Inbound message,
        Heard heard,
        Knowledge known,
        Triage triage,
        Route route,
        Inquiry inquiry,
        Contact contact,
        List<Event> events,
        List<Part> given) {

    private static final Set<Reading.Kind> NOT_MADE_BY_NEED = EnumSet.of(Reading.Kind.THANKS, Reading.Kind.AUTOMATIC);

    static Opening of(
            Inbound message, Heard heard, long personId, String language, Knowledge known, SchoolCalendar calendar) {
        var reading = heard.whole();
        var contact = contact(message, heard, personId);
        var inquiry = Inquiry.openedBy(personId, message.subject(), message.text(), message.at());
        inquiry.school = message.school();
        inquiry.language = language;
        inquiry.kind = reading.kind();
        inquiry.hear(reading.tone());
        var triage = Triage.of(message, heard, known, calendar);
        var route = triage.route();
        var events = new ArrayList<Event>();
        events.add(inquiry.route(route));
        events.addAll(take(contact, message, inquiry));
        if (known.rules().isConfidential(route.topic())) {
            events.add(new Privacy(inquiry).close(ConfidentialCases.KEPT_BY_RULES, Actor.RIGHTDOOR));
        }
        // A part would be there for a department that may not see the case.
        var given = inquiry.confidential ? List.<Part>of() : triage.parts(route);
        given.forEach(part -> events.add(inquiry.givePart(part)));
        return new Opening(message, heard, known, triage, route, inquiry, contact, events, given);
    }

    /** What to ask the family when nobody can tell for which of two departments it is. */
    Optional<Clarification> doubt() {
        return triage.clarification(route);
    }

    static Contact contact(Inbound message, Heard heard, long personId) {
        var contact = new Contact();
        contact.personId = personId;
        contact.channel = message.channel();
        contact.externalId = message.externalId();
        contact.at = message.at();
        contact.address = message.address();
        contact.subject = message.subject();
        contact.text = message.text();
        var byNeed =
                heard.callsPerson() || !NOT_MADE_BY_NEED.contains(heard.whole().kind());
        contact.counts = true;
        if (message.automatic() || heard.whole().kind() == Reading.Kind.AUTOMATIC && !byNeed) {
            contact.leaveOut(LeftOut.AUTOMATIC);
        } else if (!byNeed) {
            contact.leaveOut(LeftOut.THANKS);
        }
        return contact;
    }

    static List<Event> take(Contact contact, Inbound message, Inquiry inquiry) {
        var events = new ArrayList<>(inquiry.take(contact));
        if (message.writtenDown() != null) events.addAll(message.writtenDown().happensTo(inquiry));
        return events;
    }

    /** The contact as it stands in its case. */
    static Contact inCase(Contact contact, Inbound message, Inquiry inquiry, CaseLink link) {
        contact.inquiryNumber = inquiry.number;
        if (message.channel() == Channel.WEB) contact.linkToken = link.token;
        return contact;
    }
}
