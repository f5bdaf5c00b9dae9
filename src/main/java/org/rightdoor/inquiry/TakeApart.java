package org.rightdoor.inquiry;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Merged cases are taken apart, even after months: see {@link Merges}. */
@ApplicationScoped
class TakeApart implements Reversal {

    private static final String ANSWERS = "(kind = FIRST_ANSWER or kind = NEXT_ANSWER)";

    private static final String OTHERS_WROTE =
            """
            select c.at from unnest(cast(string_to_array(:merged, ',') as bigint[])) as merged(number),
                whole_of(merged.number) as w(number) join contact c on c.inquiry_number = w.number
            where c.counts and c.at > (select e.at from event e where e.id = :merging)""";

    @Inject
    Inquiries inquiries;

    @Override
    public boolean isFor(Deed.Kind kind) {
        return kind == Deed.Kind.MERGED;
    }

    @Override
    public Uni<Void> reverse(Mutiny.Session session, Deed deed, List<DeedOnCase> lines, Actor by) {
        if (lines.stream().anyMatch(DeedOnCase::isErased)) {
            throw new IllegalStateException(
                    "What these cases were before has been deleted with the retention schedule.");
        }
        var survivor = lines.stream().filter(TakeApart::isSurvivor).findFirst().orElseThrow();
        var others = lines.stream().filter(line -> !isSurvivor(line)).toList();
        return Deeds.inOrder(others, line -> inquiries.lock(line.inquiryNumber)).chain(merged -> inquiries
                .lock(survivor.inquiryNumber)
                .call(inquiry -> demandLast(session, survivor))
                .chain(inquiry -> {
                    demandTogether(inquiry, merged);
                    return unmerge(session, survivor, merged)
                            .call(unmerge -> unmerge.decided()
                                    ? Uni.createFrom().voidItem()
                                    : Deeds.promisesBack(session, survivor).replaceWithVoid())
                            .call(unmerge -> withoutTheirPromises(session, unmerge, inquiry))
                            .invoke(unmerge -> unmerge.of(inquiry))
                            .invoke(() -> merged.forEach(other -> other.mergedInto = null));
                })
                .chain(() -> Deeds.inOrder(lines, line -> Deeds.say(session, line, deed, by)))
                .replaceWithVoid());
    }

    private static boolean isSurvivor(DeedOnCase line) {
        return line.effect().allAfter().mergedInto() == null;
    }

    /** What the case was before it took these in, it was without those that it took in later. */
    private static Uni<Void> demandLast(Mutiny.Session session, DeedOnCase survivor) {
        return session.createSelectionQuery(
                        """
                        select other.inquiryNumber from DeedOnCase later join Deed deed on deed.id = later.deedId
                        join DeedOnCase other on other.deedId = deed.id and other.inquiryNumber <> :number
                        where later.inquiryNumber = :number and later.id > :line and deed.kind = MERGED
                            and deed.undoneAt is null
                            and exists (select 1 from Inquiry i where i.number = other.inquiryNumber and i.mergedInto = :number)
                        order by other.id""",
                        Long.class)
                .setParameter("number", survivor.inquiryNumber)
                .setParameter("line", survivor.id)
                .setMaxResults(1)
                .getSingleResultOrNull()
                .invoke(later -> {
                    if (later != null) {
                        throw new IllegalStateException("Case #" + later + " has become part of case #"
                                + survivor.inquiryNumber + " since. Take that apart first.");
                    }
                })
                .replaceWithVoid();
    }

    private static void demandTogether(Inquiry survivor, List<Inquiry> merged) {
        if (survivor.mergedInto != null) {
            throw new IllegalStateException("Case #" + survivor.number + " has itself become part of case #"
                    + survivor.mergedInto + " since. Take those apart first.");
        }
        for (var other : merged) {
            if (!survivor.number.equals(other.mergedInto)) {
                throw new IllegalStateException(
                        "Case #" + other.number + " is not part of case #" + survivor.number + " any more.");
            }
        }
    }

    // Before the case itself, as the database ends a promise that it finds running, and an ended one would stay.
    private static Uni<Void> withoutTheirPromises(Mutiny.Session session, Unmerge unmerge, Inquiry survivor) {
        if (!unmerge.openedByOthers(survivor)) return Uni.createFrom().voidItem();
        if (unmerge.ownAgain() != null) {
            return session.createMutationQuery(
                            "update Promise set madeAt = :at where inquiryNumber = :number and endedAt is null and "
                                    + ANSWERS)
                    .setParameter("at", unmerge.ownAgain())
                    .setParameter("number", survivor.number)
                    .executeUpdate()
                    .replaceWithVoid();
        }
        var settled = unmerge.statusWithoutThem() == Status.RESOLVED;
        return session.createMutationQuery("delete from Promise where inquiryNumber = :number and endedAt is null and ("
                        + ANSWERS + (settled ? " or kind = RESOLUTION)" : ")"))
                .setParameter("number", survivor.number)
                .executeUpdate()
                .replaceWithVoid();
    }

    private static Uni<Unmerge> unmerge(Mutiny.Session session, DeedOnCase survivor, List<Inquiry> merged) {
        return session.createSelectionQuery(
                        """
                        from Contact where inquiryNumber = :number and id > :last order by at, id""",
                        Contact.class)
                .setParameter("number", survivor.inquiryNumber)
                .setParameter("last", survivor.lastContact)
                .getResultList()
                .chain(own -> othersWrote(session, survivor, merged)
                        .chain(others -> calledSince(session, survivor).chain(called -> decision(session, survivor)
                                .map(decision -> new Unmerge(
                                        survivor.effect().allBefore(),
                                        survivor.effect().allAfter(),
                                        merged.stream()
                                                .mapToInt(other -> other.contacts)
                                                .sum(),
                                        own,
                                        others,
                                        called,
                                        decision)))));
    }

    private static Uni<Boolean> calledSince(Mutiny.Session session, DeedOnCase survivor) {
        return session.createSelectionQuery(
                        "select count(*) from Event where inquiryNumber = :number and id > :merging and kind = ALERTED",
                        Long.class)
                .setParameter("number", survivor.inquiryNumber)
                .setParameter("merging", survivor.eventId)
                .getSingleResult()
                .map(calls -> calls > 0);
    }

    private static Uni<List<Instant>> othersWrote(Mutiny.Session session, DeedOnCase survivor, List<Inquiry> merged) {
        return session.createNativeQuery(OTHERS_WROTE, Instant.class)
                .setParameter(
                        "merged",
                        merged.stream().map(other -> other.number.toString()).collect(Collectors.joining(",")))
                .setParameter("merging", survivor.eventId)
                .getResultList();
    }

    private static Uni<Unmerge.Decision> decision(Mutiny.Session session, DeedOnCase survivor) {
        return session.createSelectionQuery(
                        """
                        from Event where inquiryNumber = :number and id > :merging
                            and (kind = REPLIED or kind = RESOLVED or kind = REOPENED and staffId is not null)
                        order by id desc""",
                        Event.class)
                .setParameter("number", survivor.inquiryNumber)
                .setParameter("merging", survivor.eventId)
                .setMaxResults(1)
                .getSingleResultOrNull()
                .map(event -> event == null ? null : new Unmerge.Decision(event.at, event.kind));
    }
}
