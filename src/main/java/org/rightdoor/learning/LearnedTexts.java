package org.rightdoor.learning;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.inquiry.Actor;
import org.rightdoor.inquiry.Contact;
import org.rightdoor.inquiry.Deed;
import org.rightdoor.inquiry.Inquiries;
import org.rightdoor.people.Person;

/** What staff have taught by correcting; a few seconds after a change every replica reads by it. */
@ApplicationScoped
public class LearnedTexts {

    /** A text and what is known of its writer; {@code role} is null where nobody knows. */
    public record Listed(LearnedText text, long inquiryNumber, Person.Role role) {

        /** Children's words never leave the district's database, and those of somebody unknown only once a person has read them. */
        public boolean mayBeExported() {
            return role == null ? text.reviewedBy != null : role != Person.Role.STUDENT;
        }
    }

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    Inquiries inquiries;

    /**
     * Learns the words by which the case was opened. The newest correction of the same words takes the place of earlier
     * ones.
     *
     * @return the text learned, or null where there was nothing to learn: no topic, no words, thanks, automatic mail, a
     *     confidential case
     */
    public Uni<LearnedText> learn(Correction correction) {
        return sessions.withTransaction(session -> oneAtATime(session)
                .chain(() -> inquiries.find(correction.inquiryNumber()))
                .chain(inquiry -> opening(session, correction.inquiryNumber())
                        .map(contact -> contact == null || inquiry.confidential
                                ? null
                                : LearnedText.of(contact, inquiry.language, correction)
                                        .orElse(null)))
                .chain(learned -> learned == null ? Uni.createFrom().nullItem() : keep(session, learned)));
    }

    /** Does it and learns from the topic that the case has after it, both or neither. */
    public Uni<Deed> correct(long number, Supplier<Uni<Deed>> doing, Correction.Kind kind, Actor by) {
        return sessions.withTransaction(session -> inquiries.find(number).chain(inquiry -> {
            var before = inquiry == null ? null : inquiry.topic;
            return doing.get().call(deed -> inquiries
                    .find(number)
                    .chain(changed -> learn(new Correction(number, before, changed.topic, kind, by))));
        }));
    }

    /** Nothing is learned any more from what somebody corrected in that case since then. */
    public Uni<Void> unlearn(long number, Instant since, Actor by) {
        return sessions.withTransaction(session -> session.createSelectionQuery(
                        """
                        select learned from LearnedText learned join Contact contact on contact.id = learned.contactId
                        where contact.inquiryNumber = :number and learned.removedAt is null and learned.at >= :since
                            and learned.kind in (HANDED_OVER, TOPIC_CHANGED)""",
                        LearnedText.class)
                .setParameter("number", number)
                .setParameter("since", since)
                .getResultList()
                .invoke(all -> all.forEach(learned -> learned.remove(by)))
                .replaceWithVoid());
    }

    /** Those with these ids, in their order, removed ones too: what a version was made of does not change. */
    public Uni<List<LearnedText>> of(Collection<Long> ids) {
        return sessions.withSession(session -> session.createSelectionQuery(
                        "from LearnedText where id in :ids order by id", LearnedText.class)
                .setParameter("ids", ids)
                .getResultList());
    }

    /** Those that have not been removed, the newest first, without what confidential cases said. */
    public Uni<List<Listed>> newest(int limit) {
        return sessions.withSession(session -> session.createSelectionQuery(
                        """
                        select learned as text, inquiry.number as number, person.role as role
                        from LearnedText learned
                        join Contact contact on contact.id = learned.contactId
                        join Person person on person.id = contact.personId
                        join Inquiry inquiry on inquiry.number = contact.inquiryNumber
                        where learned.removedAt is null and not inquiry.confidential order by learned.id desc""",
                        Tuple.class)
                .setMaxResults(limit)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Listed(
                                row.get("text", LearnedText.class),
                                row.get("number", Long.class),
                                row.get("role", Person.Role.class)))
                        .toList()));
    }

    /** Teaches nothing from the next version on. */
    public Uni<LearnedText> remove(long id, Actor by) {
        return change(id, learned -> learned.remove(by));
    }

    /** Tries once more a text that was set aside. */
    public Uni<LearnedText> learnAgain(long id) {
        return change(id, learned -> learned.setAsideBy = null);
    }

    /** An administrator has read the words: they may be exported unless a student wrote them. */
    public Uni<LearnedText> markReviewed(long id, Actor by) {
        return change(id, learned -> learned.reviewedBy = by.name());
    }

    /** Null when there is none of that id any more. */
    private Uni<LearnedText> change(long id, Consumer<LearnedText> verb) {
        return sessions.withTransaction(
                session -> session.find(LearnedText.class, id).map(learned -> {
                    if (learned == null || learned.removedAt != null) return null;
                    verb.accept(learned);
                    return learned;
                }));
    }

    // Two corrections of the same words at the same moment: the later one sees the earlier.
    private static Uni<Void> oneAtATime(Mutiny.Session session) {
        return session.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended('learned_text', 0))")
                .getSingleResult()
                .replaceWithVoid();
    }

    private static Uni<Contact> opening(Mutiny.Session session, long number) {
        return session.createSelectionQuery("from Contact where inquiryNumber = :number order by at, id", Contact.class)
                .setParameter("number", number)
                .setMaxResults(1)
                .getSingleResultOrNull();
    }

    private static Uni<LearnedText> keep(Mutiny.Session session, LearnedText learned) {
        return session.createSelectionQuery(
                        "from LearnedText where md5(lower(text)) = md5(lower(:text)) and removedAt is null",
                        LearnedText.class)
                .setParameter("text", learned.text)
                .getSingleResultOrNull()
                .chain(earlier -> {
                    if (earlier != null && earlier.saysTheSame(learned))
                        return Uni.createFrom().item(earlier);
                    if (earlier != null) earlier.remove(new Actor(learned.author, learned.staffId));
                    return session.flush().chain(() -> session.persist(learned)).replaceWith(learned);
                });
    }
}
