package org.rightdoor.reply;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.inquiry.Actor;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.reply.Consent.Source;
import org.rightdoor.reply.Consent.Wish;

/** The ledger of who wants to be written to: lines are added, and the latest one of an address holds. */
@ApplicationScoped
public class Consents {

    @Inject
    Mutiny.SessionFactory sessions;

    /** What holds for that address; IN as long as nobody has said anything. */
    public Uni<Wish> wishOf(Channel channel, String address) {
        return latest(channel, address).map(line -> line == null ? Wish.IN : line.wish);
    }

    /** All that was said about these addresses, newest first. */
    public Uni<List<Consent>> said(Channel channel, List<String> addresses) {
        if (addresses.isEmpty()) return Uni.createFrom().item(List.of());
        return sessions.withSession(session -> session.createSelectionQuery(
                        "from Consent where channel = :channel and address in :addresses order by id desc",
                        Consent.class)
                .setParameter("channel", channel)
                .setParameter("addresses", addresses)
                .getResultList());
    }

    /** Adds a line; the same message twice is one. */
    public Uni<Void> add(Consent line) {
        return sessions.withTransaction(session -> lock(session, line.address)
                .chain(() -> isHeld(line.channel, line.externalId))
                .chain(held -> held ? Uni.createFrom().voidItem() : session.persist(line)));
    }

    /** True when that message has added a line. */
    public Uni<Boolean> isHeld(Channel channel, String externalId) {
        if (externalId == null) return Uni.createFrom().item(false);
        return sessions.withSession(session -> session.createSelectionQuery(
                        "select count(*) from Consent where channel = :channel and externalId = :message", Long.class)
                .setParameter("channel", channel)
                .setParameter("message", externalId)
                .getSingleResult()
                .map(held -> held > 0));
    }

    /** The carrier knows that the owner of this address opted out; said once. */
    public Uni<Void> optedOutAtCarrier(Channel channel, String address, String words) {
        return wishOf(channel, address)
                .chain(wish -> wish == Wish.OUT
                        ? Uni.createFrom().voidItem()
                        : add(Consent.of(channel, address, Wish.OUT, Source.CARRIER, words, Actor.RIGHTDOOR)));
    }

    /**
     * Staff say what the family meant, or write down a wish that was spoken.
     *
     * @throws IllegalStateException when nothing is in doubt any more; only the family itself can ask for texts again
     */
    public Uni<Void> decide(Channel channel, String address, Wish wish, String words, Actor by) {
        return sessions.withTransaction(session -> lock(session, address)
                .chain(() -> wishOf(channel, address))
                .chain(now -> {
                    if (now == Wish.OUT) throw new IllegalStateException("This number has opted out already.");
                    if (wish == Wish.IN && now != Wish.IN_DOUBT) {
                        throw new IllegalStateException("A colleague has decided this already.");
                    }
                    return add(Consent.of(channel, address, wish, Source.STAFF, words, by));
                }));
    }

    private Uni<Consent> latest(Channel channel, String address) {
        return sessions.withSession(session -> session.createSelectionQuery(
                        "from Consent where channel = :channel and address = :address order by id desc", Consent.class)
                .setParameter("channel", channel)
                .setParameter("address", address)
                .setMaxResults(1)
                .getSingleResultOrNull());
    }

    // Two at the same moment: the second waits, and then sees what the first has added.
    private static Uni<?> lock(Mutiny.Session session, String address) {
        return session.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:address, 0))")
                .setParameter("address", address)
                .getSingleResult();
    }
}
