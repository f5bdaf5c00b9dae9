package org.rightdoor.intake;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.answers.Answer;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.answers.Knowledge;
import org.rightdoor.calendar.CurrentCalendar;
import org.rightdoor.inquiry.Actor;
import org.rightdoor.inquiry.CaseLink;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.inquiry.Clarification;
import org.rightdoor.inquiry.Clarifications;
import org.rightdoor.inquiry.ConfidentialCases;
import org.rightdoor.inquiry.Contact;
import org.rightdoor.inquiry.Counting;
import org.rightdoor.inquiry.Event;
import org.rightdoor.inquiry.Gists;
import org.rightdoor.inquiry.Inquiries;
import org.rightdoor.inquiry.Inquiry;
import org.rightdoor.inquiry.LeftOut;
import org.rightdoor.inquiry.Merges;
import org.rightdoor.inquiry.Part;
import org.rightdoor.inquiry.Parts;
import org.rightdoor.people.People;
import org.rightdoor.people.Person;
import org.rightdoor.people.Sender;
import org.rightdoor.routing.Facts;
import org.rightdoor.survey.SurveyDigits;
import org.rightdoor.understand.Reading;

/** The one road in. */
@ApplicationScoped
public class Intake {

    /** SQL state "unique violation" (PostgreSQL, appendix A). */
    private static final String HELD_ALREADY = "23505";

    private static final Uni<Void> VOID = Uni.createFrom().voidItem();

    @Inject
    ConfidentialCases confidential;

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    Vertx vertx;

    @Inject
    CurrentKnowledge knowledge;

    @Inject
    CurrentCalendar calendar;

    @Inject
    Reader reader;

    @Inject
    Newcomers newcomers;

    @Inject
    IntakeIsMeasured measured;

    @Inject
    People people;

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
    SurveyDigits digits;

    @Inject
    Continuation continuation;

    @Inject
    Participants participants;

    @Inject
    FirstResponse firstResponse;

    @Inject
    Confirmation confirmation;

    @Inject
    CrisisWords crisisWords;

    @Inject
    Gists gists;

    /**
     * Stores the message, routes it, and answers it where that is sure. When the result is there, it is committed; the
     * same external id again gives the same receipt and stores nothing.
     */
    public Uni<Receipt> receive(Inbound message) {
        return measured.taking(
                message, () -> Newcomers.mayBring(message) ? receiveFromNewcomer(message) : receiveAlone(message));
    }

    /** As {@link #receive}, by the road that can do everything. */
    Uni<Receipt> receiveAlone(Inbound message) {
        var known = knowledge.now();
        return inquiries
                .held(message.channel(), message.externalId())
                .chain(held -> held != null
                        ? again(held, message)
                        : read(message, known).chain(heard -> store(message, heard, known)));
    }

    /**
     * What was said in a recording that is held already becomes the text of its contact, unless that has one; where no person
     * has done anything with a case that it opened, the case goes where the words say.
     */
    public Uni<Void> hear(Channel channel, String externalId, String said) {
        var known = knowledge.now();
        var text = Inbound.printable(said).strip();
        return vertx.executeBlocking(() -> reader.read(text, null, known), false)
                .chain(heard -> sessions.withTransaction(
                        session -> inquiries.held(channel, externalId).chain(contact -> {
                            var isNews = contact != null && contact.text.isEmpty();
                            return hear(channel, externalId, text, heard.whole(), known)
                                    .chain(() -> isNews ? closeByRules(contact.inquiryNumber, known) : VOID)
                                    .chain(() -> isNews && heard.callsPerson()
                                            ? call(contact.inquiryNumber, heard, known)
                                            : VOID);
                        })));
    }

    private Uni<Void> closeByRules(long number, Knowledge known) {
        return inquiries
                .find(number)
                .chain(inquiry ->
                        known.rules().isConfidential(inquiry.topic) ? confidential.closeByRules(number) : VOID);
    }

    private Uni<Void> hear(Channel channel, String externalId, String text, Reading reading, Knowledge known) {
        return inquiries.hear(channel, externalId, text, inquiry -> {
            inquiry.kind = reading.kind();
            inquiry.hear(reading.tone());
            var facts = new Facts(text, reading, channel.name().toLowerCase(Locale.ROOT), inquiry.school, null);
            return inquiry.route(known.rules().route(facts));
        });
    }

    private Uni<Void> call(long number, Heard heard, Knowledge known) {
        return inquiries
                .change(number, inquiry -> crisisWords.mark(inquiry, heard.signals()))
                .chain(inquiry -> crisisWords.call(inquiry, heard.signals(), known));
    }

    // The encoder and the categorizer take milliseconds: off the event loop, with no transaction open.
    private Uni<Heard> read(Inbound message, Knowledge known) {
        return vertx.executeBlocking(
                () -> reader.read(message.readable(), message.sender().language(), known), false);
    }

    private Uni<Receipt> receiveFromNewcomer(Inbound message) {
        var known = knowledge.now();
        var person = Person.of(sender(message, known));
        return vertx.executeBlocking(
                        () -> {
                            var heard = reader.read(
                                    message.readable(), message.sender().language(), known);
                            var language = language(heard.whole(), person);
                            return Opening.of(message, heard, 0, language, known, calendar.now());
                        },
                        false)
                .chain(opening -> newcomers
                        .open(opening, person)
                        .chain(receipt -> receipt != null
                                ? Uni.createFrom().item(kept(receipt, opening.heard()))
                                : inquiries
                                        .held(message.channel(), message.externalId())
                                        .chain(held -> held != null
                                                ? again(held, message)
                                                : store(message, opening.heard(), known))));
    }

    private Uni<Receipt> store(Inbound message, Heard heard, Knowledge known) {
        return sessions.withTransaction(session -> oneAtATime(session, message)
                        .chain(() -> writer(message, known))
                        .chain(person -> place(message, heard, person, known)))
                .invoke(receipt -> kept(receipt, heard))
                .onFailure(Intake::isHeldAlready)
                .recoverWithUni(() ->
                        inquiries.held(message.channel(), message.externalId()).chain(held -> again(held, message)));
    }

    private Receipt kept(Receipt receipt, Heard heard) {
        if (!receipt.joined()) gists.keep(receipt.number(), heard.whole().embedding());
        return receipt;
    }

    // Two messages of one sender at the same moment: the second sees what the first did.
    private Uni<Void> oneAtATime(Mutiny.Session session, Inbound message) {
        if (message.address() == null) return Uni.createFrom().voidItem();
        return session.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:address, 0))")
                .setParameter("address", message.address())
                .getSingleResult()
                .replaceWithVoid();
    }

    private static Sender sender(Inbound message, Knowledge known) {
        var sender = message.sender();
        return known.rules().district().isStudents(sender.email()) ? sender.as(Person.Role.STUDENT) : sender;
    }

    private Uni<Person> writer(Inbound message, Knowledge known) {
        var chosen =
                message.writtenDown() == null ? null : message.writtenDown().personId();
        var sender = sender(message, known);
        return chosen == null ? people.remember(sender) : people.remember(chosen, sender);
    }

    private Uni<Receipt> place(Inbound message, Heard heard, Person person, Knowledge known) {
        var words = message.readable().isBlank() ? 0 : message.readable().split("\\s+").length;
        var matter = new SameMatter(heard.whole(), message.topic(), words, message.at(), known.rules());
        return digits.answeredBy(message.channel(), message.address(), message.text())
                .chain(answered -> answered != null
                        ? inquiries.lock(answered).chain(inquiry -> join(message, heard, person, inquiry, true, known))
                        : place(message, heard, person, matter, known));
    }

    private Uni<Receipt> place(Inbound message, Heard heard, Person person, SameMatter matter, Knowledge known) {
        return continuation
                .of(message, person, matter)
                .chain(number -> number == null
                        ? language(message, heard.whole(), person)
                                .chain(language -> open(message, heard, person, language, known))
                        : inquiries.lock(number).chain(inquiry -> clarified(message, inquiry)
                                .chain(clarifies -> join(message, heard, person, inquiry, clarifies, known))));
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
            return inquiries.open(inquiry).chain(link -> store(contact, message, inquiry, link, events)
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

    /** True when the message was the answer to what we asked, such as "2"; then the case has moved. */
    private Uni<Boolean> clarified(Inbound message, Inquiry inquiry) {
        if (!Clarification.mayAnswer(message.text())) return Uni.createFrom().item(false);
        return clarifications.open(inquiry.number).chain(asked -> {
            if (asked == null) return Uni.createFrom().item(false);
            var choice = asked.chosenBy(message.text()).orElseThrow();
            return clarifications
                    .answer(inquiry.number, choice)
                    .call(() -> closeByRules(inquiry.number, knowledge.now()))
                    .replaceWith(true);
        });
    }

    private Uni<Receipt> join(
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
                .chain(link -> store(contact, message, inquiry, link, events)
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

    private Uni<Contact> store(Contact contact, Inbound message, Inquiry inquiry, CaseLink link, List<Event> events) {
        contact.inquiryNumber = inquiry.number;
        if (message.channel() == Channel.WEB) contact.linkToken = link.token;
        var letter = message.mail() == null ? null : message.mail().letter();
        return inquiries.store(contact, message.attachments(), letter, events);
    }

    /** Another copy of a mail may name departments that the first did not. */
    private Uni<Receipt> again(Contact held, Inbound message) {
        return giveToAddressees(message, held.inquiryNumber, knowledge.now()).chain(() -> again(held));
    }

    private Uni<Void> giveToAddressees(Inbound message, long number, Knowledge known) {
        var addressees = Addressees.of(message, known.rules());
        if (addressees.departments().isEmpty()) return Uni.createFrom().voidItem();
        return parts.give(number, (inquiry, served) -> addressees.parts(message, inquiry.priority, served));
    }

    private Uni<Receipt> again(Contact held) {
        return inquiries.find(held.inquiryNumber).chain(inquiry -> token(held).chain(token -> parts.of(inquiry.number)
                .map(all -> all.stream().map(part -> part.department).toList())
                .map(also -> Receipt.of(inquiry, also, token, false, true, null))));
    }

    private Uni<String> token(Contact held) {
        return held.linkToken != null
                ? Uni.createFrom().item(held.linkToken)
                : inquiries.wholeLink(held.inquiryNumber).map(link -> link.token);
    }

    // A call is written down in the language of whoever took it, so the family's is looked up.
    private Uni<String> language(Inbound message, Reading reading, Person person) {
        var said = language(reading, person);
        return message.channel() == Channel.PHONE
                ? inquiries.languageOf(person).map(known -> known.orElse(said))
                : Uni.createFrom().item(said);
    }

    private static String language(Reading reading, Person person) {
        return reading.language().equals(Reading.UNKNOWN_LANGUAGE) ? person.language : reading.language();
    }

    private static String answerText(Optional<Answer> answer, Inquiry inquiry) {
        return answer.map(given -> given.text().in(inquiry.language)).orElse(null);
    }

    private static List<String> also(List<Part> given) {
        return given.stream().map(part -> part.department).toList();
    }

    private static boolean isHeldAlready(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof java.sql.SQLException sql && HELD_ALREADY.equals(sql.getSQLState())) return true;
            if (cause instanceof io.vertx.pgclient.PgException pg && HELD_ALREADY.equals(pg.getSqlState())) return true;
        }
        return false;
    }
}
