package org.rightdoor.inquiry;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Merged cases are taken apart, even after months: see {@link Merges}. */
@ApplicationScoped
class TakeApart implements Reversal {

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
                .chain(inquiry -> {
                    demandTogether(inquiry, merged);
                    merged.forEach(other -> other.mergedInto = null);
                    return unmerge(session, deed, survivor, merged)
                            .call(unmerge -> unmerge.decided()
                                    ? Uni.createFrom().voidItem()
                                    : Deeds.promisesBack(session, survivor).replaceWithVoid())
                            .invoke(unmerge -> unmerge.of(inquiry));
                })
                .chain(() -> Deeds.inOrder(lines, line -> Deeds.say(session, line, deed, by)))
                .replaceWithVoid());
    }

    private static boolean isSurvivor(DeedOnCase line) {
        return line.effect().allAfter().mergedInto() == null;
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

    private static Uni<Unmerge> unmerge(Mutiny.Session session, Deed deed, DeedOnCase survivor, List<Inquiry> merged) {
        return session.createSelectionQuery(
                        """
                        from Contact where inquiryNumber = :number and id > :last order by at, id""",
                        Contact.class)
                .setParameter("number", survivor.inquiryNumber)
                .setParameter("last", survivor.lastContact)
                .getResultList()
                .chain(own -> decided(session, survivor)
                        .map(decided -> new Unmerge(
                                survivor.effect().allBefore(),
                                survivor.effect().allAfter(),
                                merged.stream()
                                        .mapToInt(other -> other.contacts)
                                        .sum(),
                                own,
                                decided)));
    }

    private static Uni<Boolean> decided(Mutiny.Session session, DeedOnCase survivor) {
        return session.createSelectionQuery(
                        """
                        select count(*) from Event where inquiryNumber = :number and id > :merging
                            and (kind = REPLIED or kind = RESOLVED or kind = REOPENED and staffId is not null)""",
                        Long.class)
                .setParameter("number", survivor.inquiryNumber)
                .setParameter("merging", survivor.eventId)
                .getSingleResult()
                .map(count -> count > 0);
    }
}
