package org.rightdoor.channel.sms;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.hibernate.reactive.mutiny.Mutiny;

/** Up to when all texts are held here. One replica at a time looks for those that are not. */
@ApplicationScoped
class CatchUp {

    // What came before the first look was never sent here, and is nobody's open question.
    private static final String BEGIN =
            "insert into texts_caught_up (account, up_to, looked_at) values (:account, now(), now()) on conflict do nothing";

    private static final String CLAIM =
            """
            update texts_caught_up set looked_at = now()
            where account = :account and looked_at < now() - interval '5 minutes' returning up_to""";

    @Inject
    Mutiny.SessionFactory sessions;

    /** From when on to look; null when that is not due, or another replica is at it. */
    Uni<Instant> claim(String account) {
        return sessions.withTransaction(session -> session.createNativeQuery(BEGIN)
                .setParameter("account", account)
                .executeUpdate()
                .chain(() -> session.createNativeQuery(CLAIM, OffsetDateTime.class)
                        .setParameter("account", account)
                        .getSingleResultOrNull())
                .map(upTo -> upTo == null ? null : upTo.toInstant()));
    }

    /** Everything that reached the number before then is held. */
    Uni<Void> done(String account, Instant upTo) {
        return sessions.withTransaction(session -> session.createNativeQuery(
                        "update texts_caught_up set up_to = greatest(up_to, :time) where account = :account")
                .setParameter("time", upTo)
                .setParameter("account", account)
                .executeUpdate()
                .replaceWithVoid());
    }
}
