package org.rightdoor.intake;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.rightdoor.answers.Knowledge;
import org.rightdoor.inquiry.CaseLink;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.inquiry.Clarification;
import org.rightdoor.inquiry.Clarifications;
import org.rightdoor.inquiry.ConfidentialCases;
import org.rightdoor.inquiry.Contact;
import org.rightdoor.inquiry.Counting;
import org.rightdoor.inquiry.Inquiries;
import org.rightdoor.inquiry.Inquiry;
import org.rightdoor.inquiry.LeftOut;
import org.rightdoor.inquiry.Merges;
import org.rightdoor.inquiry.Parts;
import org.rightdoor.people.Person;

/** Adds a message to the case that it belongs to. */
@ApplicationScoped
class KnownMatters {

    @Inject
    Inquiries inquiries;

    @Inject
    Parts parts;

    @Inject
    Merges merges;

    @Inject
    Counting counting;

    @Inject
    Clarifications clarifications;

    @Inject
    ConfidentialCases confidential;

    @Inject
    Participants participants;

    @Inject
    Confirmation confirmation;

    @Inject
    CrisisWords crisisWords;

    /** Adds it, as an answer to what we asked where it is one. */
    Uni<Receipt> join(Inbound message, Heard heard, Person person, Inquiry inquiry, Knowledge known) {
        return clarified(message, inquiry, known)
                .chain(clarifies -> join(message, heard, person, inquiry, clarifies, known));
    }

    /** @param answersOurs true when it answers what we asked, and so is no contact of its own */
    Uni<Receipt> join(
            Inbound message, Heard heard, Person person, Inquiry inquiry, boolean answersOurs, Knowledge known) {
        var contact = Opening.contact(message, heard, person.id);
        if (answersOurs) contact.leaveOut(LeftOut.CHOICE);
        return counting.isAgain(inquiry, contact).chain(again -> {
            if (again && contact.counts) contact.leaveOut(LeftOut.DUPLICATE);
            return join(message, heard, contact, inquiry, known);
        });
    }

    private Uni<Receipt> join(Inbound message, Heard heard, Contact contact, Inquiry inquiry, Knowledge known) {
        var events = Opening.take(contact, message, inquiry);
        if (contact.counts) inquiry.hear(heard.whole().tone());
        if (heard.callsPerson()) events.add(crisisWords.mark(inquiry, heard.signals()));
        return participants
                .markStranger(message, inquiry)
                .chain(() -> link(message, inquiry))
                .chain(link -> inquiries
                        .store(
                                Opening.inCase(contact, message, inquiry, link),
                                message.attachments(),
                                message.letter(),
                                events)
                        .call(() ->
                                merges.passOn(inquiry, contact, heard.whole().tone()))
                        .call(() -> giveToAddressees(message, inquiry.number, known))
                        .call(() -> heard.callsPerson()
                                ? crisisWords.call(message, inquiry, heard.signals(), known)
                                : Uni.createFrom().voidItem())
                        .call(() -> confirmation.send(message, inquiry, link.token, known.rules()))
                        .replaceWith(() -> Receipt.of(inquiry, List.of(), link.token, true, false, null)));
    }

    /** Typing somebody's address into a page proves nothing: such a writer gets a link to the own words only. */
    private Uni<CaseLink> link(Inbound message, Inquiry inquiry) {
        var token = message.reference().token();
        return (token == null ? Uni.createFrom().<CaseLink>nullItem() : inquiries.link(token)).chain(held -> {
            if (held != null) return Uni.createFrom().item(held);
            return message.channel() == Channel.WEB
                    ? inquiries.linkForUnproven(inquiry)
                    : inquiries.wholeLink(inquiry.number);
        });
    }

    /** True when the message was the answer to what we asked, such as "2"; then the case has moved. */
    private Uni<Boolean> clarified(Inbound message, Inquiry inquiry, Knowledge known) {
        if (!Clarification.mayAnswer(message.text())) return Uni.createFrom().item(false);
        return clarifications.open(inquiry.number).chain(asked -> {
            if (asked == null) return Uni.createFrom().item(false);
            var choice = asked.chosenBy(message.text()).orElseThrow();
            return clarifications
                    .answer(inquiry.number, choice)
                    .call(() -> confidential.closeByRules(inquiry.number, known.rules()::isConfidential))
                    .replaceWith(true);
        });
    }

    /** Gives a part to each department that a copy of a mail names and that has none yet. */
    Uni<Void> giveToAddressees(Inbound message, long number, Knowledge known) {
        var addressees = Addressees.of(message, known.rules());
        if (addressees.departments().isEmpty()) return Uni.createFrom().voidItem();
        return parts.give(number, (inquiry, served) -> addressees.parts(message, inquiry.priority, served));
    }
}
