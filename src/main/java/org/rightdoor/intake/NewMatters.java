package org.rightdoor.intake;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.rightdoor.answers.Answer;
import org.rightdoor.answers.Knowledge;
import org.rightdoor.calendar.CurrentCalendar;
import org.rightdoor.inquiry.Actor;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.inquiry.Clarification;
import org.rightdoor.inquiry.Clarifications;
import org.rightdoor.inquiry.ConfidentialCases;
import org.rightdoor.inquiry.Inquiries;
import org.rightdoor.inquiry.Inquiry;
import org.rightdoor.inquiry.Part;
import org.rightdoor.inquiry.Parts;
import org.rightdoor.people.Person;

/** Opens a case for a message that belongs to none, and says at once what can be said. */
@ApplicationScoped
class NewMatters {

    @Inject
    CurrentCalendar calendar;

    @Inject
    Inquiries inquiries;

    @Inject
    Parts parts;

    @Inject
    Clarifications clarifications;

    @Inject
    ConfidentialCases confidential;

    @Inject
    CrisisWords crisisWords;

    @Inject
    FirstResponse firstResponse;

    @Inject
    Confirmation confirmation;

    Uni<Receipt> open(Inbound message, Heard heard, Person person, Knowledge known) {
        return language(message, heard, person).chain(language -> open(message, heard, person, language, known));
    }

    private Uni<Receipt> open(Inbound message, Heard heard, Person person, String language, Knowledge known) {
        var opening = Opening.of(message, heard, person.id, language, known, calendar.now());
        var inquiry = opening.inquiry();
        var contact = opening.contact();
        var events = opening.events();
        var given = opening.given();
        return answer(message, heard, inquiry, person, given, known).chain(answer -> {
            var asked = !given.isEmpty() || answer.isPresent() ? Optional.<Clarification>empty() : opening.doubt();
            asked.ifPresent(question -> events.add(inquiry.askedFor(question)));
            answer.ifPresent(sure -> events.add(inquiry.answered(sure.id())));
            if (message.automatic()) events.add(inquiry.resolve(Actor.RIGHTDOOR));
            if (heard.callsPerson()) events.add(crisisWords.mark(inquiry, heard.signals()));
            return inquiries.open(inquiry).chain(link -> inquiries
                    .store(
                            Opening.inCase(contact, message, inquiry, link),
                            message.attachments(),
                            message.letter(),
                            events)
                    .call(() -> store(given, asked, inquiry))
                    .call(() -> inquiry.confidential
                            ? confidential.nameLeads(inquiry)
                            : Uni.createFrom().voidItem())
                    .call(() -> heard.callsPerson()
                            ? crisisWords.call(message, inquiry, heard.signals(), known)
                            : firstResponse.send(message, inquiry, link.token, answer, given, asked, known))
                    .call(() -> confirmation.send(message, inquiry, link.token, known.rules()))
                    .replaceWith(() ->
                            Receipt.of(inquiry, also(given), link.token, false, false, answerText(answer, inquiry))));
        });
    }

    /** An answer to one of two questions would look as if the other had not been heard. */
    private Uni<Optional<Answer>> answer(
            Inbound message, Heard heard, Inquiry inquiry, Person person, List<Part> given, Knowledge known) {
        return !given.isEmpty() || heard.callsPerson()
                ? Uni.createFrom().item(Optional.empty())
                : firstResponse.answerTo(message, heard, inquiry, person.role, known);
    }

    private Uni<Void> store(List<Part> given, Optional<Clarification> asked, Inquiry inquiry) {
        given.forEach(part -> part.inquiryNumber = inquiry.number);
        asked.ifPresent(question -> question.inquiryNumber = inquiry.number);
        if (!given.isEmpty()) return parts.store(given);
        return asked.isPresent()
                ? clarifications.store(asked.get())
                : Uni.createFrom().voidItem();
    }

    // A call is written down in the language of whoever took it, so the family's is looked up.
    private Uni<String> language(Inbound message, Heard heard, Person person) {
        var said = heard.language(person);
        return message.channel() == Channel.PHONE
                ? inquiries.languageOf(person).map(known -> known.orElse(said))
                : Uni.createFrom().item(said);
    }

    private static String answerText(Optional<Answer> answer, Inquiry inquiry) {
        return answer.map(given -> given.text().in(inquiry.language)).orElse(null);
    }

    private static List<String> also(List<Part> given) {
        return given.stream().map(part -> part.department).toList();
    }
}
