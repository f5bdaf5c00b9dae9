package org.rightdoor.inquiry;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.understand.Tone;

/**
 * Cases of one matter that have become one.
 *
 * <p>No row moves: a merged case points to the one that it is part of, and keeps its contacts, replies, events, links and
 * values. Whoever reads the surviving case reads the rows of all of them; what its list shows (contacts, whose turn it is,
 * how pressing) is added up once, when they are merged, and with each later message. Taking them apart therefore is to
 * clear the pointer and to take what was added from the surviving case's values.
 */
@ApplicationScoped
public class Merges {

    // Its own person's address first, then that of whoever wrote in a part.
    private static final String HOME =
            """
            select i.number from inquiry i
            where i.number in :numbers
                and (exists (select from address a where a.person_id = i.person_id and a.value = :address)
                     or exists (select from contact c where c.inquiry_number = i.number and c.address = :address))
            order by i.number <> :number, i.number""";

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    Inquiries inquiries;

    @Inject
    Deeds deeds;

    /** The case and all that have become part of it, itself first. */
    public Uni<List<Long>> wholeOf(long number) {
        return sessions.withSession(session -> session.createNativeQuery("select whole_of(:number)", Long.class)
                .setParameter("number", number)
                .getResultList());
    }

    /** The case that this one has become part of, at the end of all merging; itself when it is part of none. */
    public Uni<Long> survivorOf(long number) {
        return sessions.withSession(session -> session.createNativeQuery("select survivor_of(:number)", Long.class)
                .setParameter("number", number)
                .getSingleResultOrNull()
                .map(survivor -> survivor == null ? (Long) number : survivor));
    }

    /**
     * To which of the merged cases something belongs that goes to that address: each family is written to about its own
     * case, with the link to that one.
     */
    public Uni<Long> homeOf(long number, String address) {
        if (address == null) return Uni.createFrom().item(number);
        return wholeOf(number)
                .chain(numbers -> numbers.size() == 1
                        ? Uni.createFrom().item(number)
                        : sessions.withSession(session -> session.createNativeQuery(HOME, Long.class)
                                .setParameter("numbers", numbers)
                                .setParameter("number", number)
                                .setParameter("address", address)
                                .setMaxResults(1)
                                .getSingleResultOrNull()
                                .map(home -> home == null ? (Long) number : home)));
    }

    /**
     * These cases become part of that one. Nobody is told.
     *
     * @param check may refuse, having seen the surviving case as it is
     * @throws IllegalStateException when one of them is confidential, is part of another case, or waits for another department
     */
    public Uni<Deed> merge(long into, Collection<Long> numbers, Actor by, Consumer<Inquiry> check) {
        Set<Long> others = new TreeSet<>(numbers);
        others.remove(into);
        if (others.isEmpty()) throw new IllegalStateException("Choose another case to merge with this one.");
        return sessions.withTransaction(session -> Deeds.inOrder(others, inquiries::lock)
                .chain(found -> inquiries.lock(into).chain(survivor -> {
                    if (survivor == null || found.size() < others.size()) {
                        throw new IllegalStateException("There is no case of that number.");
                    }
                    var merge = Merge.of(survivor, found);
                    check.accept(survivor);
                    return deeds.begin(Deed.Kind.MERGED, by)
                            .call(deed -> Deeds.inOrder(
                                    others,
                                    number -> deeds.onCase(session, deed, number, inquiry -> merge.join(inquiry, by))))
                            .call(deed -> deeds.onCase(session, deed, into, inquiry -> merge.takeIn(inquiry, by)));
                })));
    }

    /** A message into a merged case is one into the case that it is part of. */
    public Uni<Void> passOn(Inquiry merged, Contact contact, Tone tone) {
        if (merged.mergedInto == null) return Uni.createFrom().voidItem();
        return sessions.withTransaction(
                session -> inquiries.lock(merged.mergedInto).chain(survivor -> {
                    var events = survivor.take(contact);
                    events.forEach(event -> event.inquiryNumber = survivor.number);
                    if (contact.counts) survivor.hear(tone);
                    return session.persistAll(events.toArray()).chain(() -> passOn(survivor, contact, tone));
                }));
    }
}
