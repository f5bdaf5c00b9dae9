package org.rightdoor.login;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Slows down who guesses, in the database so that all replicas agree. Counted is by whom is tried and where from: whoever
 * guesses somebody's password from elsewhere makes only that place wait, and a browser in which that person has logged in
 * before has tries of its own (the device cookies of OWASP's "Slow Down Online Guessing Attacks with Device Cookies").
 */
@ApplicationScoped
class Attempts {

    /**
     * @param free tries before the first wait
     * @param first length of the first wait; each one more is twice as long
     * @param longest no wait is longer
     * @param forgotten after so long without a try it starts anew
     */
    record Limit(int free, Duration first, Duration longest, Duration forgotten) {}

    /** A browser in which that person has logged in before. */
    static final Limit KNOWN_BROWSER = new Limit(10, Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofHours(1));

    /** Anywhere else, for one account. */
    static final Limit STRANGE_BROWSER =
            new Limit(5, Duration.ofSeconds(2), Duration.ofMinutes(15), Duration.ofHours(24));

    /** One network trying many accounts; a school stands behind one address, so it never waits long. */
    static final Limit NETWORK = new Limit(100, Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofMinutes(10));

    /** Codes of the second factor, of somebody whose password was right. */
    static final Limit SECOND_FACTOR =
            new Limit(5, Duration.ofSeconds(5), Duration.ofMinutes(15), Duration.ofHours(24));

    // Counted before anything is compared: however many try at once, no more than these are let through.
    private static final String TAKE =
            """
            insert into login_attempt as held (key, tries, last_at, blocked_until) values (:key, 1, now(), now())
            on conflict (key) do update set
                tries = case when held.last_at < now() - make_interval(secs => :forgotten) then 1 else held.tries + 1 end,
                last_at = now(),
                blocked_until = case
                    when held.last_at >= now() - make_interval(secs => :forgotten) and held.tries + 1 >= :free
                    then now() + make_interval(secs => least(:longest, :first * power(2, least(held.tries + 1 - :free, 20))))
                    else now() end
            where held.blocked_until <= now()
            returning tries""";

    private static final String LEFT =
            "select cast(ceil(extract(epoch from blocked_until - now())) as bigint) from login_attempt where key = :key";

    @Inject
    Mutiny.SessionFactory sessions;

    /** Counts one try; gives the seconds to wait where it comes too soon, otherwise 0. */
    Uni<Long> take(String what, Limit limit) {
        var key = Secret.hash(what);
        return sessions.withTransaction(session -> session.createNativeQuery(TAKE, Integer.class)
                .setParameter("key", key)
                .setParameter("free", limit.free())
                .setParameter("first", (double) limit.first().toSeconds())
                .setParameter("longest", (double) limit.longest().toSeconds())
                .setParameter("forgotten", (double) limit.forgotten().toSeconds())
                .getSingleResultOrNull()
                .chain(tries -> tries != null
                        ? Uni.createFrom().item(0L)
                        : session.createNativeQuery(LEFT, Long.class)
                                .setParameter("key", key)
                                .getSingleResultOrNull()
                                .map(left -> left == null ? 1L : Math.max(1L, left))));
    }

    /** It was right: that counter starts anew. */
    Uni<Void> forgive(String what) {
        return change("delete from login_attempt where key = :key", what);
    }

    /** It was right: that try does not count. */
    Uni<Void> giveBack(String what) {
        return change("update login_attempt set tries = greatest(tries - 1, 0) where key = :key", what);
    }

    private Uni<Void> change(String statement, String what) {
        return sessions.withTransaction(session -> session.createNativeQuery(statement)
                .setParameter("key", Secret.hash(what))
                .executeUpdate()
                .replaceWithVoid());
    }
}
