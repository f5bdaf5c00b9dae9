package org.rightdoor.reply;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.inquiry.Actor;
import org.rightdoor.inquiry.Event;
import org.rightdoor.inquiry.Inquiries;
import org.rightdoor.inquiry.Inquiry;
import org.rightdoor.inquiry.Parts;

/** Everything that leaves, and how far it has come. */
@ApplicationScoped
public class Replies {

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    Inquiries inquiries;

    @Inject
    Parts parts;

    /** Puts a reply on its way; it leaves once the surrounding transaction is committed. */
    public Uni<Reply> queue(Reply reply) {
        return sessions.withTransaction(session -> session.persist(reply).replaceWith(reply));
    }

    /**
     * Staff answer the family, on one or more channels.
     *
     * @return the case, or null when there is none of that number
     */
    public Uni<Inquiry> answer(long number, List<Destination> destinations, String text, Actor by) {
        return answer(number, destinations, text, by, inquiry -> inquiry.replied(by, ""));
    }

    /** As {@link #answer}, by a department that has only a part of the case: with its answer the part is settled. */
    public Uni<Inquiry> answerPart(
            long number, String department, List<Destination> destinations, String text, Actor by) {
        return sessions.withTransaction(
                session -> answer(number, destinations, text, by, inquiry -> inquiry.repliedInPart(by))
                        .call(() -> parts.settle(number, department, by)));
    }

    private Uni<Inquiry> answer(
            long number, List<Destination> destinations, String text, Actor by, Function<Inquiry, Event> verb) {
        var replies = destinations.stream()
                .map(destination -> Reply.to(number, destination, text, by))
                .toArray();
        return sessions.withTransaction(session -> inquiries
                .change(number, verb)
                .call(inquiry -> inquiry == null ? Uni.createFrom().voidItem() : session.persistAll(replies)));
    }

    /** How many automatic replies left for this address since then; a brake on two robots answering each other. */
    public Uni<Long> automaticTo(String address, Instant since) {
        return sessions.withSession(session -> session.createSelectionQuery(
                        "select count(*) from Reply where address = :address and automatic and createdAt >= :since",
                        Long.class)
                .setParameter("address", address)
                .setParameter("since", since)
                .getSingleResult());
    }

    /** The number of the case to which one of our own mails belongs, or null. */
    public Uni<Long> inquiryOf(List<String> messageIds) {
        if (messageIds.isEmpty()) return Uni.createFrom().nullItem();
        return sessions.withSession(session -> session.createSelectionQuery(
                        "select inquiryNumber from Reply where channel = EMAIL and externalId in :ids order by id desc",
                        Long.class)
                .setParameter("ids", messageIds)
                .setMaxResults(1)
                .getSingleResultOrNull());
    }

    /** The case about which we last texted that number, if we did so since then; else null. */
    public Uni<Long> lastTexted(String phone, Instant since) {
        return sessions.withSession(session -> session.createSelectionQuery(
                        """
                        select inquiryNumber from Reply
                        where channel = SMS and address = :phone and createdAt >= :since order by createdAt desc""",
                        Long.class)
                .setParameter("phone", phone)
                .setParameter("since", since)
                .setMaxResults(1)
                .getSingleResultOrNull());
    }
}
