package org.rightdoor.reply;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.inquiry.Inquiries;

/** Mails of ours that came back, and the addresses that mail does not reach. */
@ApplicationScoped
public class Bounces {

    private static final String CAME_BACK =
            """
            update reply set state = 'FAILED', error = :why
            where channel = 'EMAIL' and external_id = :id and state in ('SENT', 'DELIVERED')
              and (cast(:address as text) is null or lower(address) = :address)
            returning inquiry_number, lower(address) as address""";

    private static final String FAILS =
            """
            insert into failing_address as held (address, since, why) values (:address, now(), :why)
            on conflict (address) do update set times = held.times + 1, why = excluded.why""";

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    Inquiries inquiries;

    /** Marks the replies and tells their cases. A notice about a mail that we did not send changes nothing. */
    public Uni<Void> record(List<Bounce> bounces) {
        return Multi.createFrom()
                .iterable(bounces)
                .onItem()
                .transformToUniAndConcatenate(this::record)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Of these addresses, those that mail does not reach, each with the reason. */
    public Uni<Map<String, String>> failing(Collection<String> addresses) {
        if (addresses.isEmpty()) return Uni.createFrom().item(Map.of());
        return sessions.withSession(session -> session.createNativeQuery(
                        "select address, why from failing_address where address = any(string_to_array(:addresses, ' '))",
                        Tuple.class)
                .setParameter("addresses", String.join(" ", addresses))
                .getResultList()
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> row.get("address", String.class), row -> row.get("why", String.class)))));
    }

    /** A person has written from there: it works again. */
    public Uni<Void> works(String address) {
        return sessions.withTransaction(
                session -> session.createNativeQuery("delete from failing_address where address = :address")
                        .setParameter("address", address)
                        .executeUpdate()
                        .replaceWithVoid());
    }

    private Uni<Void> record(Bounce bounce) {
        if (bounce.messageId() == null) return Uni.createFrom().voidItem();
        return sessions.withTransaction(session -> session.createNativeQuery(CAME_BACK, Tuple.class)
                .setParameter("why", bounce.why())
                .setParameter("id", bounce.messageId())
                .setParameter("address", bounce.address())
                .getSingleResultOrNull()
                .chain(row -> row == null
                        ? Uni.createFrom().voidItem()
                        : tell(
                                session,
                                bounce,
                                row.get("inquiry_number", Long.class),
                                row.get("address", String.class))));
    }

    private Uni<Void> tell(Mutiny.Session session, Bounce bounce, long number, String address) {
        return inquiries
                .change(number, inquiry -> inquiry.undelivered(address, bounce.why()))
                .chain(() -> bounce.forGood()
                        ? fails(session, address, bounce.why())
                        : Uni.createFrom().voidItem());
    }

    private static Uni<Void> fails(Mutiny.Session session, String address, String why) {
        return session.createNativeQuery(FAILS)
                .setParameter("address", address)
                .setParameter("why", why)
                .executeUpdate()
                .replaceWithVoid();
    }
}
