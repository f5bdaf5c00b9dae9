package org.rightdoor.channel.email;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.util.Optional;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;

/** How far each mailbox has been read. Blocking: it is for the threads that read mailboxes. */
@ApplicationScoped
class MailboxPositions {

    /** By IMAP's identifiers, RFC 3501 section 2.3.1.1: the UIDs hold as long as the validity is the same. */
    record Position(long uidValidity, long lastUid) {}

    @Inject
    Mutiny.SessionFactory sessions;

    Optional<Position> of(String mailbox) {
        return await(() -> sessions.withSession(session -> session.createNativeQuery(
                                "select uid_validity, last_uid from mailbox_position where mailbox = :mailbox",
                                Tuple.class)
                        .setParameter("mailbox", mailbox)
                        .getSingleResultOrNull()))
                .map(row -> new Position(row.get("uid_validity", Long.class), row.get("last_uid", Long.class)));
    }

    /** Never moves back within one validity: another replica may have read further. */
    void keep(String mailbox, Position position) {
        await(() -> sessions.withTransaction(session -> session.createNativeQuery(
                        """
                        insert into mailbox_position as held (mailbox, uid_validity, last_uid)
                        values (:mailbox, :validity, :uid)
                        on conflict (mailbox) do update set
                            last_uid = case when held.uid_validity = excluded.uid_validity
                                then greatest(held.last_uid, excluded.last_uid) else excluded.last_uid end,
                            uid_validity = excluded.uid_validity""")
                .setParameter("mailbox", mailbox)
                .setParameter("validity", position.uidValidity())
                .setParameter("uid", position.lastUid())
                .executeUpdate()));
    }

    private static <T> Optional<T> await(Supplier<Uni<T>> work) {
        try {
            return Optional.ofNullable(VertxContextSupport.subscribeAndAwait(work));
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }
}
