package org.rightdoor.reply;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.inquiry.Actor;
import org.rightdoor.inquiry.Inquiries;
import org.rightdoor.inquiry.Inquiry;

/** Everything that leaves, and how far it has come. */
@ApplicationScoped
public class Replies {

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    Inquiries inquiries;

    /** Puts a reply on its way; it leaves once the surrounding transaction is committed. */
    public Uni<Reply> queue(Reply reply) {
        return sessions.withTransaction(session -> session.persist(reply).replaceWith(reply));
    }

    /** Puts all of them on their way, as {@link #queue(Reply)}. */
    public Uni<Void> queue(List<Reply> replies) {
        return sessions.withTransaction(session -> session.persistAll(replies.toArray()));
    }

    /**
     * Staff answer the family, on one or more channels.
     *
     * @return the case, or null when there is none of that number
     */
    public Uni<Inquiry> answer(long number, List<Destination> destinations, String text, Actor by) {
        return answer(
                number,
                destinations.stream()
                        .map(destination -> Reply.to(number, destination, text, by))
                        .toList(),
                by);
    }

    /** As {@link #answer(long, List, String, Actor)}, with replies that are made already. */
    public Uni<Inquiry> answer(long number, List<Reply> replies, Actor by) {
        return sessions.withTransaction(session -> inquiries
                .change(number, inquiry -> inquiry.replied(by, ""))
                .call(inquiry ->
                        inquiry == null ? Uni.createFrom().voidItem() : session.persistAll(replies.toArray())));
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
