package org.rightdoor.people;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.Config;

/** The keys of programs: those that administrators make, and the one that the configuration names. */
@ApplicationScoped
public class ApiKeys {

    private static final String SCHEME = "Bearer ";

    /** So often the time of last use is written down: a request is no write. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    Config config;

    /** The good key that an {@code Authorization} header brings; null for none, a wrong one, an expired or a revoked one. */
    public Uni<ApiKey> of(String authorization) {
        if (authorization == null || !authorization.startsWith(SCHEME))
            return Uni.createFrom().nullItem();
        var secret = authorization.substring(SCHEME.length()).strip();
        return config.apiKey().filter(key -> isSame(key, secret)).isPresent()
                ? Uni.createFrom().item(ApiKey.configured())
                : stored(secret);
    }

    private Uni<ApiKey> stored(String secret) {
        var now = Instant.now();
        return sessions.withSession(
                        session -> session.createSelectionQuery("from ApiKey where hash = :hash", ApiKey.class)
                                .setParameter("hash", ApiKey.hash(secret))
                                .getSingleResultOrNull())
                .map(key -> key == null || !key.isGood(now) ? null : key)
                .call(key -> key == null ? Uni.createFrom().voidItem() : noteUse(key, now));
    }

    private Uni<Void> noteUse(ApiKey key, Instant now) {
        if (key.lastUsedAt != null && key.lastUsedAt.isAfter(now.minus(NOTED_EVERY)))
            return Uni.createFrom().voidItem();
        return sessions.withTransaction(
                session -> session.createMutationQuery("update ApiKey set lastUsedAt = :now where id = :id")
                        .setParameter("now", now)
                        .setParameter("id", key.id)
                        .executeUpdate()
                        .replaceWithVoid());
    }

    /** All that were ever made, the newest first. */
    public Uni<List<ApiKey>> all() {
        return sessions.withSession(
                session -> session.createSelectionQuery("from ApiKey order by id desc", ApiKey.class)
                        .getResultList());
    }

    /**
     * Makes a key; its secret is in the answer and nowhere else.
     *
     * @param departments none means all
     * @param lasting how long it is good; null for until it is revoked
     */
    public Uni<ApiKey.Made> make(
            String name, Collection<Scope> scopes, Collection<String> departments, Duration lasting, Staff by) {
        var made = ApiKey.make(name, scopes, departments, lasting, by.name);
        return sessions.withTransaction(session -> session.persist(made.key()).replaceWith(made));
    }

    /** From now on it opens nothing; a key that is revoked already stays as it is. */
    public Uni<Void> revoke(long id, Staff by) {
        return sessions.withTransaction(session -> session.createMutationQuery(
                        "update ApiKey set revokedAt = :now, revokedBy = :who where id = :id and revokedAt is null")
                .setParameter("now", Instant.now())
                .setParameter("who", by.name)
                .setParameter("id", id)
                .executeUpdate()
                .replaceWithVoid());
    }

    // How long the comparison takes must not tell how much of a guess was right.
    private static boolean isSame(String key, String given) {
        return MessageDigest.isEqual(key.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
