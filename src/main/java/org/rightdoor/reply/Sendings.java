package org.rightdoor.reply;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.inquiry.Actor;
import org.rightdoor.inquiry.Attachment;
import org.rightdoor.inquiry.Inquiries;
import org.rightdoor.inquiry.Inquiry;
import org.rightdoor.inquiry.Part;
import org.rightdoor.inquiry.Parts;

/** Answers of staff on their way out, each held for some seconds in which its writer can take it back. */
@ApplicationScoped
public class Sendings {

    private static final String LEFT = "It has left already and cannot be taken back. Write to the family once more.";

    // In one transaction now() stays the same.
    private static final String ENDED_NOW =
            "select id from promise where inquiry_number = :number and ended_at = now()";

    /** What was taken back, with its files. */
    public record TakenBack(Sending sending, List<Attachment> files) {}

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    Inquiries inquiries;

    @Inject
    Parts parts;

    @Inject
    Replies replies;

    @Inject
    TakeBack takeBack;

    /**
     * Staff answer the family.
     *
     * @param part key of the department that answers only its part of the case, or null
     * @param seen id of the newest answer that the writer knows of
     * @return the case, or null when there is none of that number
     * @throws AnsweredMeanwhile when somebody has answered whom the writer does not know of
     */
    public Uni<Inquiry> send(
            Sending sending, String part, List<Reply> made, List<Attachment> files, long seen, Actor by) {
        var number = sending.inquiryNumber;
        // Under the lock of the case: of two who press at once, the second is asked.
        return sessions.withTransaction(session -> inquiries.lock(number).chain(inquiry -> {
            if (inquiry == null) return Uni.createFrom().nullItem();
            return refuseWhenAnswered(session, number, seen)
                    .chain(() -> hold(session, sending, part, inquiry, made))
                    .chain(() -> part == null
                            ? replies.answer(number, made, files, by)
                            : replies.answerPart(number, part, made, files, by))
                    .call(() -> rememberPromises(session, sending));
        }));
    }

    /** The latest answer of that person in the case that can be taken back still, or null. */
    public Uni<Sending> heldOf(long number, long staff) {
        return sessions.withSession(session -> session.createSelectionQuery(
                        """
                        from Sending where inquiryNumber = :number and staffId = :staff and heldUntil > :now
                        order by id desc""",
                        Sending.class)
                .setParameter("number", number)
                .setParameter("staff", staff)
                .setParameter("now", Instant.now())
                .setMaxResults(1)
                .getSingleResultOrNull());
    }

    /**
     * Takes an answer back on all its channels, or on none.
     *
     * @return null when that person has sent no such answer
     * @throws IllegalStateException when it has left already
     */
    public Uni<TakenBack> takeBack(long number, long id, Actor by) {
        return sessions.withTransaction(
                session -> session.find(Sending.class, id).chain(sending -> {
                    if (sending == null
                            || sending.inquiryNumber != number
                            || !by.staffId().equals(sending.staffId)) {
                        return Uni.createFrom().nullItem();
                    }
                    return inquiries
                            .lock(number)
                            .chain(() -> claim(session, sending))
                            .chain(() -> remove(session, sending))
                            .call(() -> sending.part == null
                                    ? Uni.createFrom().voidItem()
                                    : parts.unsettle(number, sending.part))
                            .call(() ->
                                    inquiries.lock(number).chain(inquiry -> promisesBack(session, sending, inquiry)))
                            .call(() -> inquiries.change(number, inquiry -> inquiry.takenBack(sending.before, by)));
                }));
    }

    private Uni<Void> hold(Mutiny.Session session, Sending sending, String part, Inquiry inquiry, List<Reply> made) {
        var pause = takeBack.pause();
        if (pause.isZero()) return Uni.createFrom().voidItem();
        return parts.of(inquiry.number).chain(all -> {
            sending.heldUntil = Instant.now().plus(pause);
            sending.before = inquiry.turn();
            sending.part = all.stream().anyMatch(each -> isOpen(each, part)) ? part : null;
            return session.persist(sending).invoke(() -> made.forEach(reply -> reply.heldBy(sending)));
        });
    }

    private static Uni<Void> rememberPromises(Mutiny.Session session, Sending sending) {
        if (sending.id == null) return Uni.createFrom().voidItem();
        return session.flush()
                .chain(() -> session.createNativeQuery(ENDED_NOW, Long.class)
                        .setParameter("number", sending.inquiryNumber)
                        .getResultList())
                .invoke(ended -> sending.ended = ended.toArray(Long[]::new))
                .replaceWithVoid();
    }

    // Before the case itself: then the database finds the old promise running and gives it its old date.
    private static Uni<Void> promisesBack(Mutiny.Session session, Sending sending, Inquiry inquiry) {
        if (sending.ended.length == 0 || !inquiry.isAnsweredSince(sending.before))
            return Uni.createFrom().voidItem();
        return session.createMutationQuery("update Promise set endedAt = null where id in :ended")
                .setParameter("ended", List.of(sending.ended))
                .executeUpdate()
                .replaceWithVoid();
    }

    private static boolean isOpen(Part each, String department) {
        return each.department.equals(department) && !each.isDone();
    }

    private static Uni<Void> refuseWhenAnswered(Mutiny.Session session, long number, long seen) {
        return session.createSelectionQuery(
                        """
                        select coalesce(max(id), 0) from Reply
                        where inquiryNumber = :number and staffId is not null and not automatic""",
                        Long.class)
                .setParameter("number", number)
                .getSingleResult()
                .invoke(newest -> {
                    if (newest > seen) throw new AnsweredMeanwhile();
                })
                .replaceWithVoid();
    }

    // The sender claims by the same condition the other way round: whoever comes second finds the row changed.
    private static Uni<Void> claim(Mutiny.Session session, Sending sending) {
        return session.createNativeQuery(
                        """
                        update reply set state = 'FAILED'
                        where sending_id = :id and held_until > clock_timestamp()
                          and (state = 'QUEUED' or channel = 'WEB')""")
                .setParameter("id", sending.id)
                .executeUpdate()
                .chain(claimed -> session.createSelectionQuery(
                                "select count(*) from Reply where sendingId = :id", Long.class)
                        .setParameter("id", sending.id)
                        .getSingleResult()
                        .invoke(all -> {
                            if (claimed == 0 || claimed < all) throw new IllegalStateException(LEFT);
                        }))
                .replaceWithVoid();
    }

    private static Uni<TakenBack> remove(Mutiny.Session session, Sending sending) {
        return session.createSelectionQuery(
                        "select a from Attachment a join Reply r on r.id = a.replyId where r.sendingId = :id order by a.id",
                        Attachment.class)
                .setParameter("id", sending.id)
                .getResultList()
                .call(files -> session.removeAll(files.toArray()).call(session::flush))
                .call(() -> session.createMutationQuery("delete Reply where sendingId = :id")
                        .setParameter("id", sending.id)
                        .executeUpdate())
                .call(() -> session.remove(sending))
                .map(files -> new TakenBack(sending, files));
    }
}
