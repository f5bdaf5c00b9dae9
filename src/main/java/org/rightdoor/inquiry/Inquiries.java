package org.rightdoor.inquiry;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.people.Person;
import org.rightdoor.people.Ties;
import org.rightdoor.understand.Reading;

/** The cases of the district. */
@ApplicationScoped
public class Inquiries {

    /** A person's cases beyond this many are never continued by guess. */
    private static final int RECENT = 20;

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    Ties ties;

    /** The inquiry, or null when there is none of that number. */
    public Uni<Inquiry> find(long number) {
        return sessions.withSession(session -> session.find(Inquiry.class, number));
    }

    /** The contact held under the channel's own name for it, or null. */
    public Uni<Contact> held(Channel channel, String externalId) {
        return sessions.withSession(session -> session.createSelectionQuery(
                        "from Contact where channel = :channel and externalId = :externalId", Contact.class)
                .setParameter("channel", channel)
                .setParameter("externalId", externalId)
                .getSingleResultOrNull());
    }

    /** The person's cases, the one with the latest contact first. */
    public Uni<List<Inquiry>> recentOf(long personId) {
        return ties.samePeople(personId)
                .chain(same -> sessions.withSession(session -> session.createSelectionQuery(
                                "from Inquiry where personId in :people order by lastContactAt desc", Inquiry.class)
                        .setParameter("people", same)
                        .setMaxResults(RECENT)
                        .getResultList()));
    }

    /**
     * Cases of these people that are not resolved and of which that person may know, the one with the latest contact first.
     * One that has become part of another family's is among them as long as that one is open: they call about their own.
     */
    public Uni<List<Inquiry>> unresolvedOf(Collection<Long> personIds, Sight sight) {
        if (personIds.isEmpty()) return Uni.createFrom().item(List.of());
        return known(
                """
                i.person_id = any(:people) and (i.merged_into is null and i.status <> 'RESOLVED'
                    or i.merged_into is not null and exists (select from inquiry s where s.number = survivor_of(i.number)
                        and s.status <> 'RESOLVED' and s.person_id <> i.person_id))""",
                sight,
                Map.of("people", personIds.toArray(Long[]::new)));
    }

    private Uni<List<Inquiry>> known(String which, Sight sight, Map<String, Object> parameters) {
        return sessions.withSession(session -> {
            var query = session.createNativeQuery(
                    "select i.number from inquiry i where " + which + " and " + sight.mayKnow(), Long.class);
            parameters.forEach(query::setParameter);
            sight.bindPerson(query::setParameter);
            return query.getResultList().chain(numbers -> session.createSelectionQuery(
                            "from Inquiry where number in :numbers order by lastContactAt desc", Inquiry.class)
                    .setParameter("numbers", numbers)
                    .getResultList());
        });
    }

    /** The language the person chose, else the one of the latest case in which it is known. */
    public Uni<Optional<String>> languageOf(Person person) {
        if (!person.language.equals(Reading.UNKNOWN_LANGUAGE)) {
            return Uni.createFrom().item(Optional.of(person.language));
        }
        return sessions.withSession(session -> session.createSelectionQuery(
                        """
                        select language from Inquiry where personId = :person and language <> 'und'
                        order by lastContactAt desc""",
                        String.class)
                .setParameter("person", person.id)
                .setMaxResults(1)
                .getSingleResultOrNull()
                .map(Optional::ofNullable));
    }

    /** The link with that token, or null; a revoked one is none. */
    public Uni<CaseLink> link(String token) {
        return sessions.withSession(session -> session.find(CaseLink.class, token))
                .map(link -> link == null || link.revokedAt != null ? null : link);
    }

    /**
     * Takes back all links of these cases and gives each a new one that opens the whole of it; the next answer brings it.
     *
     * @param numbers a case and those that have become part of it
     */
    public Uni<Void> renewLinks(Collection<Long> numbers, Actor by) {
        return sessions.withTransaction(session -> session.createMutationQuery(
                        "update CaseLink set revokedAt = :now where inquiryNumber in :numbers and revokedAt is null")
                .setParameter("now", Instant.now())
                .setParameter("numbers", numbers)
                .executeUpdate()
                .chain(() -> Deeds.inOrder(
                        numbers, number -> change(number, inquiry -> Event.of(Event.Kind.LINK_RENEWED, by, ""))
                                .chain(inquiry -> addLink(session, inquiry, true))))
                .replaceWithVoid());
    }

    /** Stores a new inquiry with the link that opens the whole of it. */
    public Uni<CaseLink> open(Inquiry inquiry) {
        return sessions.withTransaction(
                session -> session.persist(inquiry).chain(() -> addLink(session, inquiry, true)));
    }

    /** A new link that shows only what is written through it, for a writer who merely says to be somebody we know. */
    public Uni<CaseLink> linkForUnproven(Inquiry inquiry) {
        return sessions.withTransaction(session -> addLink(session, inquiry, false));
    }

    /**
     * Stores a contact with its files and what it made happen.
     *
     * @param letter what a mail brought beside words and files, or null
     */
    public Uni<Contact> store(
            Contact contact, Collection<Attachment> attachments, Letter letter, Collection<Event> events) {
        return sessions.withTransaction(session -> session.persist(contact)
                .chain(() -> {
                    attachments.forEach(attachment -> attachment.contactId = contact.id);
                    events.forEach(event -> event.inquiryNumber = contact.inquiryNumber);
                    return session.persistAll(attachments.toArray());
                })
                .chain(() -> {
                    if (letter == null) return Uni.createFrom().voidItem();
                    letter.contactId = contact.id;
                    return session.persist(letter);
                })
                .chain(() -> session.persistAll(events.toArray()))
                .replaceWith(contact));
    }

    /** The link that opens the whole case. */
    public Uni<CaseLink> wholeLink(long number) {
        return sessions.withSession(session -> session.createSelectionQuery(
                        "from CaseLink where inquiryNumber = :number and whole and revokedAt is null", CaseLink.class)
                .setParameter("number", number)
                .getSingleResult());
    }

    /**
     * Applies one of the inquiry's verbs and records its event, one change at a time.
     *
     * @return the changed inquiry, or null when there is none of that number
     */
    public Uni<Inquiry> change(long number, Function<Inquiry, Event> verb) {
        return sessions.withTransaction(session -> locked(session, number).call(inquiry -> {
            if (inquiry == null) return Uni.createFrom().voidItem();
            var event = verb.apply(inquiry);
            event.inquiryNumber = number;
            return session.persist(event);
        }));
    }

    /**
     * Fills in what was said where a contact has no text yet. Where it opened its case, and nobody has done anything with
     * that since, the verb is applied to the case too.
     */
    public Uni<Void> hear(Channel channel, String externalId, String text, Function<Inquiry, Event> verb) {
        return sessions.withTransaction(session -> held(channel, externalId).chain(contact -> {
            if (contact == null || !contact.text.isEmpty())
                return Uni.createFrom().voidItem();
            contact.text = text;
            return locked(session, contact.inquiryNumber)
                    .chain(inquiry -> isUntouched(inquiry).chain(untouched -> {
                        if (!untouched) return Uni.createFrom().voidItem();
                        inquiry.saysToo(text);
                        var event = verb.apply(inquiry);
                        event.inquiryNumber = inquiry.number;
                        return session.persist(event);
                    }));
        }));
    }

    private Uni<Boolean> isUntouched(Inquiry inquiry) {
        if (inquiry.contacts != 1 || inquiry.status != Status.OPEN)
            return Uni.createFrom().item(false);
        return sessions.withSession(session -> session.createSelectionQuery(
                        "select count(*) from Event where inquiryNumber = :number and staffId is not null", Long.class)
                .setParameter("number", inquiry.number)
                .getSingleResult()
                .map(count -> count == 0));
    }

    /** True for a case that may be worked on, false for one that may only be read, null for one that does not exist for them. */
    public Uni<Boolean> mayWork(long number, Sight sight) {
        var question = "select " + sight.mayWork() + " from inquiry i where i.number = :number and " + sight.mayRead();
        return sessions.withSession(session -> {
            var query = session.createNativeQuery(question, Boolean.class).setParameter("number", number);
            sight.bind(query::setParameter);
            return query.getSingleResultOrNull();
        });
    }

    /** The case for those who take calls: null for a case whose existence is confidential. */
    public Uni<Inquiry> known(long number, Sight sight) {
        return known("i.number = :known", sight, Map.of("known", number))
                .map(found -> found.isEmpty() ? null : found.get(0));
    }

    /** True when that member of staff wrote down a call or a visit in the case. */
    public Uni<Boolean> wasWrittenDownBy(long staffId, long number) {
        return sessions.withSession(session -> session.createSelectionQuery(
                        "select count(*) from Event where inquiryNumber = :number and staffId = :staff and kind = WRITTEN_DOWN",
                        Long.class)
                .setParameter("number", number)
                .setParameter("staff", staffId)
                .getSingleResult()
                .map(count -> count > 0));
    }

    /** The inquiry, kept from others until the transaction ends. */
    public Uni<Inquiry> lock(long number) {
        return sessions.withTransaction(session -> locked(session, number));
    }

    private static Uni<CaseLink> addLink(Mutiny.Session session, Inquiry inquiry, boolean whole) {
        var link = CaseLink.to(inquiry, whole);
        return session.persist(link).replaceWith(link);
    }

    private static Uni<Inquiry> locked(Mutiny.Session session, long number) {
        return session.find(Inquiry.class, number, LockMode.PESSIMISTIC_WRITE);
    }
}
