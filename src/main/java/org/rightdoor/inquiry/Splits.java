package org.rightdoor.inquiry;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * One case turns out to be two: chosen messages go into a case of their own, and their contacts with them. Undone, they come
 * back, and the case that they had becomes part of the old one, so that its link and number go on leading somewhere.
 */
@ApplicationScoped
public class Splits implements Reversal {

    /** What came of it; {@code number} is that of the new case. */
    public record Split(Deed deed, long number) {}

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    Inquiries inquiries;

    @Inject
    Deeds deeds;

    /**
     * @param chosen ids of contacts of that case itself, not all of them
     * @param check may refuse, having seen the case as it is
     * @throws IllegalStateException when no message would go, or none would stay
     */
    public Uni<Split> split(long number, Collection<Long> chosen, Actor by, Consumer<Inquiry> check) {
        return sessions.withTransaction(session -> inquiries.lock(number).chain(inquiry -> contacts(session, number)
                .chain(all -> {
                    check.accept(inquiry);
                    var parting = Parting.of(all, chosen);
                    var opened = parting.newCase(inquiry);
                    return inquiries
                            .open(opened)
                            .chain(() -> nameSame(session, number, opened.number))
                            .chain(() -> deeds.begin(Deed.Kind.SPLIT, by))
                            .call(deed -> deeds.onCase(session, deed, number, old -> parting.leave(old, opened, by)))
                            .call(deed ->
                                    deeds.onCase(session, deed, opened.number, one -> parting.arrive(one, number, by)))
                            .call(deed -> keepMoved(session, deed, number, parting))
                            .map(deed -> new Split(deed, opened.number));
                })));
    }

    @Override
    public boolean isFor(Deed.Kind kind) {
        return kind == Deed.Kind.SPLIT;
    }

    @Override
    public Uni<Void> reverse(Mutiny.Session session, Deed deed, List<DeedOnCase> lines, Actor by) {
        var left =
                lines.stream().filter(line -> line.moved.length > 0).findFirst().orElseThrow();
        var arrived = lines.stream().filter(line -> line != left).findFirst().orElseThrow();
        return inquiries.lock(arrived.inquiryNumber).chain(opened -> inquiries
                .lock(left.inquiryNumber)
                .chain(old -> isUsed(session, arrived, left).chain(used -> {
                    if (used
                            || opened.mergedInto != null
                            || !left.effect().overtakenBy(Standing.of(old)).isEmpty()) {
                        throw new IllegalStateException(
                                "Both cases have gone on since. Merge them instead, if they are one matter.");
                    }
                    return session.createMutationQuery("update Contact set inquiryNumber = :old where id in :moved")
                            .setParameter("old", old.number)
                            .setParameter("moved", List.of(left.moved))
                            .executeUpdate()
                            .chain(() -> Deeds.promisesBack(session, left))
                            .invoke(() -> {
                                left.effect().undoneIn(Standing.of(old)).putInto(old);
                                opened.contacts = 0;
                                opened.mergedInto = old.number;
                            });
                }))
                .chain(() -> Deeds.inOrder(lines, line -> Deeds.say(session, line, deed, by)))
                .replaceWithVoid());
    }

    private static Uni<Boolean> isUsed(Mutiny.Session session, DeedOnCase arrived, DeedOnCase left) {
        return session.createNativeQuery(
                        """
                        select exists (select from contact where inquiry_number = :number and not id in :moved)
                            or exists (select from reply where inquiry_number = :number)
                            or exists (select from event where inquiry_number = :number and id > :arrived
                                       and staff_id is not null)""",
                        Boolean.class)
                .setParameter("number", arrived.inquiryNumber)
                .setParameter("moved", List.of(left.moved))
                .setParameter("arrived", arrived.eventId)
                .getSingleResult();
    }

    /** Whoever may see a confidential case sees what came from it. */
    private static Uni<Integer> nameSame(Mutiny.Session session, long from, long to) {
        return session.createNativeQuery(
                        """
                        insert into named_on_case (inquiry_number, staff_id, named_by)
                        select :to, staff_id, named_by from named_on_case where inquiry_number = :from""")
                .setParameter("to", to)
                .setParameter("from", from)
                .executeUpdate();
    }

    private static Uni<Void> keepMoved(Mutiny.Session session, Deed deed, long number, Parting parting) {
        return session.createSelectionQuery(
                        "from DeedOnCase where deedId = :deed and inquiryNumber = :number", DeedOnCase.class)
                .setParameter("deed", deed.id)
                .setParameter("number", number)
                .getSingleResult()
                .invoke(line -> line.moved = parting.goingIds())
                .replaceWithVoid();
    }

    private static Uni<List<Contact>> contacts(Mutiny.Session session, long number) {
        return session.createSelectionQuery("from Contact where inquiryNumber = :number order by at, id", Contact.class)
                .setParameter("number", number)
                .getResultList();
    }
}
