package org.rightdoor.inquiry;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** The parts of cases that departments other than the owner answer. */
@ApplicationScoped
public class Parts {

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

    /** Stores the part that {@link Inquiry#givePart} has given away. */
    public Uni<Void> store(Part part) {
        return sessions.withTransaction(session -> session.persist(part));
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
