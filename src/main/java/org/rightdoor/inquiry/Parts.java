package org.rightdoor.inquiry;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** The parts of cases that departments other than the owner answer. */
@ApplicationScoped
public class Parts {

    // The key comes first in the detail of these events, and so does it of a case that has moved on since.
    private static final String SERVED =
            """
            select distinct split_part(detail, ':', 1) from event
            where inquiry_number = :number and kind in ('ROUTED', 'PART_GIVEN')""";

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    Inquiries inquiries;

    public Uni<List<Part>> of(long number) {
        return sessions.withSession(session -> session.createSelectionQuery(
                        "from Part where inquiryNumber = :number order by id", Part.class)
                .setParameter("number", number)
                .getResultList());
    }

    /** Stores the parts that {@link Inquiry#givePart} has given away. */
    public Uni<Void> store(List<Part> parts) {
        return sessions.withTransaction(session -> session.persistAll(parts.toArray()));
    }

    /**
     * Gives parts of a case that is not resolved to departments that had no hand in it before.
     *
     * @param wanted makes the parts, told of the case and of the departments that have or had it
     */
    public Uni<Void> give(long number, BiFunction<Inquiry, Set<String>, List<Part>> wanted) {
        return sessions.withTransaction(session -> inquiries.lock(number).chain(inquiry -> {
            if (inquiry.status == Status.RESOLVED) return Uni.createFrom().voidItem();
            return session.createNativeQuery(SERVED, String.class)
                    .setParameter("number", number)
                    .getResultList()
                    .chain(served -> session.persistAll(wanted.apply(inquiry, Set.copyOf(served)).stream()
                            .flatMap(part -> {
                                part.inquiryNumber = number;
                                var given = inquiry.givePart(part);
                                given.inquiryNumber = number;
                                return Stream.of(part, given);
                            })
                            .toArray()));
        }));
    }

    /**
     * The department has settled its part.
     *
     * @return the case, or null when there is no such open part
     */
    public Uni<Inquiry> settle(long number, String department, Actor by) {
        return sessions.withTransaction(
                session -> open(session, number, department).chain(part -> {
                    if (part == null) return Uni.createFrom().nullItem();
                    part.doneAt = Instant.now();
                    return inquiries.change(number, inquiry -> inquiry.settlePart(department, by));
                }));
    }

    /** The answer that settled the part was taken back. */
    public Uni<Void> unsettle(long number, String department) {
        return sessions.withTransaction(session -> inquiries.lock(number).chain(inquiry -> of(number)
                .invoke(parts -> parts.stream()
                        .filter(part -> part.department.equals(department) && part.isDone())
                        .forEach(part -> {
                            part.doneAt = null;
                            inquiry.reopenPart();
                        }))
                .replaceWithVoid()));
    }

    /** It is not for that department after all; null as in {@link #settle}. */
    public Uni<Inquiry> remove(long number, String department, Actor by) {
        return sessions.withTransaction(session -> open(session, number, department)
                .chain(part -> part == null
                        ? Uni.createFrom().nullItem()
                        : session.remove(part)
                                .chain(() -> inquiries.change(number, inquiry -> inquiry.removePart(department, by)))));
    }

    // The case first: two colleagues who press at once are one after the other.
    private Uni<Part> open(Mutiny.Session session, long number, String department) {
        return inquiries.lock(number).chain(() -> session.createSelectionQuery(
                        "from Part where inquiryNumber = :number and department = :department and doneAt is null",
                        Part.class)
                .setParameter("number", number)
                .setParameter("department", department)
                .getSingleResultOrNull());
    }
}
