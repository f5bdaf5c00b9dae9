package org.rightdoor.desk.inquiry;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.desk.Access;
import org.rightdoor.desk.Seat;
import org.rightdoor.inquiry.Deeds;
import org.rightdoor.reply.Reply;
import org.rightdoor.reply.Sending;
import org.rightdoor.reply.Sendings;

/** One answer for many families, to each by the way it prefers, through the same door as any other. */
@ApplicationScoped
class BulkReplies {

    /**
     * What became of it.
     *
     * @param answered how many families were written to
     * @param back what can be taken back still: the ids of the first and the last sending, or empty
     */
    record Sent(int answered, String back) {}

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    Access access;

    @Inject
    Textings textings;

    @Inject
    Sendings sendings;

    /** The newest answer that anybody was given, for {@link BulkChoice.Shown}. */
    Uni<Long> newest() {
        return sessions.withSession(
                session -> session.createSelectionQuery("select coalesce(max(id), 0) from Reply", Long.class)
                        .getSingleResult());
    }

    /** Answers each of the cases that can be answered, and that no colleague has answered since they were shown. */
    Uni<Sent> send(List<Long> numbers, String text, long newestReply, Seat seat) {
        return Deeds.inOrder(numbers, number -> tried(number, text, newestReply, seat))
                .map(all -> {
                    var sent = all.stream().flatMap(Optional::stream).toList();
                    var held = sent.stream()
                            .map(sending -> sending.id)
                            .filter(Objects::nonNull)
                            .sorted()
                            .toList();
                    return new Sent(
                            sent.size(), held.isEmpty() ? "" : "held=" + held.get(0) + "-" + held.get(held.size() - 1));
                });
    }

    // What was sent to others before has left: one that fails is left out, and all others can still be taken back.
    private Uni<Optional<Sending>> tried(long number, String text, long newestReply, Seat seat) {
        return answer(number, text, newestReply, seat)
                .map(Optional::of)
                .onFailure()
                .invoke(failure -> {
                    if (!(failure instanceof IllegalStateException))
                        Log.errorf(failure, "Case %d was not answered", number);
                })
                .onFailure()
                .recoverWithItem(Optional.empty());
    }

    private Uni<Sending> answer(long number, String text, long newestReply, Seat seat) {
        return access.demandWork(number, seat)
                .chain(() -> access.open(number, seat))
                .chain(opened -> textings.about(opened.file()).chain(texting -> {
                    var way = new Ways(opened.file(), texting).usual();
                    var reply = Reply.to(number, way, text, seat.actor());
                    var sending = Sending.of(
                            number, seat.staff().id, text, "", way.channel().name(), "");
                    return sendings.send(
                                    sending, opened.partOf(seat), List.of(reply), List.of(), newestReply, seat.actor())
                            .replaceWith(sending);
                }));
    }

    /** Takes back what has not left yet, of that person's sendings between these; gives how many it was. */
    Uni<Integer> takeBack(long first, long last, Seat seat) {
        return sessions.withSession(session -> session.createSelectionQuery(
                                "from Sending where staffId = :staff and id between :first and :last order by id",
                                Sending.class)
                        .setParameter("staff", seat.staff().id)
                        .setParameter("first", first)
                        .setParameter("last", last)
                        .setMaxResults(BulkChoice.MOST)
                        .getResultList())
                .chain(all -> Deeds.inOrder(all, sending -> takeBack(sending, seat)))
                .map(taken -> (int) taken.stream().filter(Boolean::booleanValue).count());
    }

    private Uni<Boolean> takeBack(Sending sending, Seat seat) {
        return sendings.takeBack(sending.inquiryNumber, sending.id, seat.actor())
                .map(Objects::nonNull)
                .onFailure(IllegalStateException.class)
                .recoverWithItem(false);
    }
}
