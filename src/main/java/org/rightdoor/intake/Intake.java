package org.rightdoor.intake;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.answers.Knowledge;
import org.rightdoor.calendar.CurrentCalendar;
import org.rightdoor.inquiry.Contact;
import org.rightdoor.inquiry.Gists;
import org.rightdoor.inquiry.Inquiries;
import org.rightdoor.inquiry.Parts;
import org.rightdoor.people.People;
import org.rightdoor.people.Person;
import org.rightdoor.people.Sender;
import org.rightdoor.survey.SurveyDigits;

/** The one road in. */
@ApplicationScoped
public class Intake {

    /** SQL state "unique violation" (PostgreSQL, appendix A). */
    private static final String HELD_ALREADY = "23505";

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
    SurveyDigits digits;

    @Inject
    Continuation continuation;

    @Inject
    NewMatters newMatters;

    @Inject
    KnownMatters knownMatters;

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

    // The encoder and the categorizer take milliseconds: off the event loop, with no transaction open.
    private Uni<Heard> read(Inbound message, Knowledge known) {
        return vertx.executeBlocking(
                () -> reader.read(message.readable(), message.sender().language(), message.topic() != null, known),
                false);
    }

    private Uni<Receipt> receiveFromNewcomer(Inbound message) {
        var known = knowledge.now();
        var person = Person.of(sender(message, known));
        return vertx.executeBlocking(
                        () -> {
                            var heard = reader.read(
                                    message.readable(), message.sender().language(), message.topic() != null, known);
                            var language = heard.language(person);
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
                        ? inquiries
                                .lock(answered)
                                .chain(inquiry -> knownMatters.join(message, heard, person, inquiry, true, known))
                        : place(message, heard, person, matter, known));
    }

    private Uni<Receipt> place(Inbound message, Heard heard, Person person, SameMatter matter, Knowledge known) {
        return continuation
                .of(message, person, matter)
                .chain(number -> number == null
                        ? newMatters.open(message, heard, person, known)
                        : inquiries
                                .lock(number)
                                .chain(inquiry -> knownMatters.join(message, heard, person, inquiry, known)));
    }

    /** Another copy of a mail may name departments that the first did not. */
    private Uni<Receipt> again(Contact held, Inbound message) {
        return knownMatters
                .giveToAddressees(message, held.inquiryNumber, knowledge.now())
                .chain(() -> again(held));
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

    private static boolean isHeldAlready(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof java.sql.SQLException sql && HELD_ALREADY.equals(sql.getSQLState())) return true;
            if (cause instanceof io.vertx.pgclient.PgException pg && HELD_ALREADY.equals(pg.getSqlState())) return true;
        }
        return false;
    }
}
