package org.rightdoor.reply;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.inquiry.Actor;
import org.rightdoor.inquiry.Attachment;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.inquiry.Deeds;
import org.rightdoor.inquiry.Event;
import org.rightdoor.inquiry.Inquiries;
import org.rightdoor.inquiry.Inquiry;
import org.rightdoor.inquiry.Merges;
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

    @Inject
    Merges merges;

    @Inject
    @All
    List<Veto> vetoes;

    /**
     * Puts a reply on its way; it leaves once the surrounding transaction is committed. One that nobody wrote leaves only
     * where no {@link Veto} stands against it: else the case says why, and there is no reply.
     *
     * @return the reply, or null when it was held back
     */
    public Uni<Reply> queue(Reply reply) {
        return sessions.withTransaction(session -> against(reply)
                .chain(why -> why.isEmpty()
                        ? session.persist(reply).replaceWith(reply)
                        : inquiries
                                .change(reply.inquiryNumber, inquiry -> inquiry.heldBack(why.get()))
                                .replaceWith((Reply) null)));
    }

    /**
     * True where a {@link Veto} stands against the first reply on a case that is about to be stored with that one message;
     * for those who store the reply themselves.
     */
    public boolean isHeldBack(Reply reply, Inquiry inquiry, String text) {
        return vetoes.stream()
                .anyMatch(veto -> veto.againstFirst(reply, inquiry, text).isPresent());
    }

    /** The district's own words to somebody who may be in danger: no answer to anything, and never held back. */
    public Uni<Reply> queueCrisisWords(Reply reply) {
        return sessions.withTransaction(session -> session.persist(reply).replaceWith(reply));
    }

    private Uni<Optional<String>> against(Reply reply) {
        var first = Uni.createFrom().item(Optional.<String>empty());
        if (!reply.automatic || reply.code) return first;
        for (var veto : vetoes) {
            first = first.chain(why -> why.isPresent() ? Uni.createFrom().item(why) : veto.against(reply));
        }
        return first;
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
        var replies = destinations.stream()
                .map(destination -> Reply.to(number, destination, text, by))
                .toList();
        return answer(number, replies, List.of(), by);
    }

    /**
     * As {@link #answer(long, List, String, Actor)}, with replies that are made already, and with files: a mail carries them,
     * and whoever gets no mail finds them on the case's page.
     */
    public Uni<Inquiry> answer(long number, List<Reply> replies, List<Attachment> files, Actor by) {
        return answer(number, replies, files, inquiry -> inquiry.replied(by, ""));
    }

    /** As {@link #answer}, by a department that has only a part of the case: with its answer the part is settled. */
    public Uni<Inquiry> answerPart(
            long number, String department, List<Reply> replies, List<Attachment> files, Actor by) {
        return sessions.withTransaction(session -> answer(number, replies, files, inquiry -> inquiry.repliedInPart(by))
                .call(() -> parts.settle(number, department, by)));
    }

    private Uni<Inquiry> answer(
            long number, List<Reply> replies, List<Attachment> files, Function<Inquiry, Event> verb) {
        return sessions.withTransaction(session -> inquiries
                .change(number, verb)
                .call(inquiry -> inquiry == null
                        ? Uni.createFrom().voidItem()
                        : sendHome(number, replies)
                                .chain(() -> session.persistAll(replies.toArray()))
                                .chain(() -> {
                                    var carrier = replies.stream()
                                            .filter(reply -> reply.channel == Channel.EMAIL)
                                            .findFirst()
                                            .orElse(replies.get(0));
                                    files.forEach(file -> file.replyId = carrier.id);
                                    return session.persistAll(files.toArray());
                                })));
    }

    private Uni<Void> sendHome(long number, List<Reply> replies) {
        return Deeds.inOrder(replies, reply -> merges.homeOf(number, reply.address)
                        .invoke(home -> reply.inquiryNumber = home))
                .replaceWithVoid();
    }

    /** How many automatic replies left for this address since then; a brake on two robots answering each other. */
    public Uni<Long> automaticTo(String address, Instant since) {
        return sessions.withSession(session -> session.createSelectionQuery(
                        "select count(*) from Reply where address = :address and automatic and not code and createdAt >= :since",
                        Long.class)
                .setParameter("address", address)
                .setParameter("since", since)
                .getSingleResult());
    }

    /** The number of the case to which the first of these belongs that is a mail of ours, or null. */
    public Uni<Long> inquiryOf(List<String> messageIds) {
        if (messageIds.isEmpty()) return Uni.createFrom().nullItem();
        return sessions.withSession(session -> session.createSelectionQuery(
                        "from Reply where channel = EMAIL and externalId in :ids", Reply.class)
                .setParameter("ids", messageIds)
                .getResultList()
                .map(ours -> ours.stream()
                        .min(Comparator.comparingInt(reply -> messageIds.indexOf(reply.externalId)))
                        .map(reply -> reply.inquiryNumber)
                        .orElse(null)));
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
