package org.rightdoor.login;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.Config;
import org.rightdoor.login.StaffSession.Stage;
import org.rightdoor.login.StaffSession.Way;
import org.rightdoor.people.Staff;
import org.rightdoor.people.StaffMembers;

/**
 * The browsers in which staff are logged in. Every request looks here, so what is ended is ended with the next click, on
 * every replica.
 */
@ApplicationScoped
public class Sessions {

    /** So often the time of last use is written down: a click is no write. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    /** So long somebody may look for the telephone with the code. */
    private static final Duration SECOND_FACTOR_WITHIN = Duration.ofMinutes(15);

    private static final int MOST_KEPT = 1_000;

    /**
     * Whether the session is open, and which version of the rows behind it holds (PostgreSQL gives each a new xmin). Asking
     * that takes a fifth of the time that reading them all does, and every request asks.
     */
    private static final String STATE =
            """
            select concat_ws('/', o.xmin, s.xmin, (select string_agg(distinct d, ',' order by d)
                   from staff c, unnest(c.departments) d where c.stand_in = s.id and c.away_until >= current_date and c.active))
            from staff_session o join staff s on s.id = o.staff_id
            where o.token_hash = $1 and o.stage = 'FULL' and s.active and o.last_used > $2 and o.since > $3""";

    private static final String VOUCHED_FOR =
            "(select p.id from Staff p where p.issuer = :issuer and p.subject = :subject)";

    /** A session with whose it is. */
    record Open(StaffSession session, Staff staff) {}

    private record Kept(String state, Open open) {}

    @Inject
    Pool pool;

    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    StaffMembers members;

    @Inject
    Config config;

    /** Logs that person out everywhere: after a change of roles or departments, a new password, or when they leave. */
    public Uni<Void> endAllOf(long staffId) {
        return endAllBut(staffId, -1);
    }

    /** Logs that person out everywhere but there. */
    Uni<Void> endAllBut(long staffId, long kept) {
        return sessions.withTransaction(session -> session.createMutationQuery(
                        "delete from StaffSession where staffId = :staff and id <> :kept")
                .setParameter("staff", staffId)
                .setParameter("kept", kept)
                .executeUpdate()
                .replaceWithVoid());
    }

    /** Ends one of that person's sessions; nobody ends another's. */
    Uni<Void> end(long staffId, long id) {
        return sessions.withTransaction(
                session -> session.createMutationQuery("delete from StaffSession where staffId = :staff and id = :id")
                        .setParameter("staff", staffId)
                        .setParameter("id", id)
                        .executeUpdate()
                        .replaceWithVoid());
    }

    /**
     * Opens a session and gives its secret; the one that the browser had before is ended, whosever it was, so that nobody
     * is led into a session that somebody else knows.
     */
    Uni<String> begin(Staff staff, Stage stage, Way way, Browser browser, String before) {
        var token = Secret.random();
        var opened = StaffSession.of(staff, stage, way, browser, token);
        return sessions.withTransaction(session -> session.createMutationQuery(
                                "delete from StaffSession where tokenHash = :before or lastUsed < :idle or since < :absolute")
                        .setParameter("before", before == null ? "" : Secret.hash(before))
                        .setParameter("idle", usedSince())
                        .setParameter("absolute", openedSince())
                        .executeUpdate()
                        .chain(() -> session.persist(opened)))
                .replaceWith(token);
    }

    /** Notes what the provider calls the session behind this one, and the way out there. */
    Uni<Void> vouched(String token, String providerSession, String wayOut) {
        return sessions.withTransaction(session -> session.createMutationQuery(
                        "update StaffSession set providerSession = :name, wayOut = :out where tokenHash = :hash")
                .setParameter("name", providerSession)
                .setParameter("out", wayOut)
                .setParameter("hash", Secret.hash(token))
                .executeUpdate()
                .replaceWithVoid());
    }

    /** Ends what the provider has ended: one of its sessions, or all of somebody's; gives how many. */
    Uni<Integer> endWith(LogoutToken ended) {
        var one = "(s.providerSession = :name or s.providerSession is null and s.staffId in " + VOUCHED_FOR + ")";
        var which = ended.session() == null ? "s.staffId in " + VOUCHED_FOR : one;
        return sessions.withTransaction(session -> {
            var delete = session.createMutationQuery(
                            "delete from StaffSession s where s.way = SINGLE_SIGN_ON and " + which)
                    .setParameter("issuer", ended.issuer())
                    .setParameter("subject", ended.subject());
            return (ended.session() == null ? delete : delete.setParameter("name", ended.session())).executeUpdate();
        });
    }

    /** The session behind that secret and whose it is, or null where there is none (any more). */
    Uni<Open> find(String token) {
        if (token == null) return Uni.createFrom().nullItem();
        var hash = Secret.hash(token);
        return pool.preparedQuery(STATE)
                .execute(Tuple.of(hash, utc(usedSince()), utc(openedSince())))
                .chain(rows -> {
                    var state = rows.size() == 0 ? null : rows.iterator().next().getString(0);
                    var known = kept.get(hash);
                    if (state != null && known != null && known.state.equals(state)) {
                        return noteUse(known.open.session()).replaceWith(known.open);
                    }
                    kept.remove(hash);
                    return state == null ? Uni.createFrom().nullItem() : read(token, hash, state);
                });
    }

    private Uni<Open> read(String token, String hash, String state) {
        return open(token, Stage.FULL, usedSince(), openedSince()).invoke(open -> {
            if (open == null) return;
            if (kept.size() > MOST_KEPT) kept.clear();
            kept.put(hash, new Kept(state, open));
        });
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    /** The log-in that waits for its second factor, or null. */
    Uni<Open> pending(String token) {
        var since = Instant.now().minus(SECOND_FACTOR_WITHIN);
        return open(token, Stage.PASSWORD_GIVEN, since, since);
    }

    /** Where that person is logged in, the latest first. */
    Uni<List<StaffSession>> of(long staffId) {
        return sessions.withSession(session -> session.createSelectionQuery(
                        """
                        from StaffSession where staffId = :staff and stage = FULL and lastUsed > :idle and since > :absolute
                        order by lastUsed desc""",
                        StaffSession.class)
                .setParameter("staff", staffId)
                .setParameter("idle", usedSince())
                .setParameter("absolute", openedSince())
                .getResultList());
    }

    private Uni<Open> open(String token, Stage stage, Instant usedSince, Instant openedSince) {
        if (token == null) return Uni.createFrom().nullItem();
        return sessions.withSession(session -> session.createSelectionQuery(
                                """
                                select opened, staff from StaffSession opened join Staff staff on staff.id = opened.staffId
                                where opened.tokenHash = :hash and opened.stage = :stage and staff.active
                                  and opened.lastUsed > :idle and opened.since > :absolute""",
                                Object[].class)
                        .setParameter("hash", Secret.hash(token))
                        .setParameter("stage", stage)
                        .setParameter("idle", usedSince)
                        .setParameter("absolute", openedSince)
                        .getSingleResultOrNull()
                        .map(row -> row == null ? null : new Open((StaffSession) row[0], (Staff) row[1]))
                        .call(open ->
                                open == null ? Uni.createFrom().voidItem() : members.standIn(session, open.staff())))
                .call(open -> open == null ? Uni.createFrom().voidItem() : noteUse(open.session()));
    }

    private Uni<Void> noteUse(StaffSession used) {
        var now = Instant.now();
        if (used.lastUsed.isAfter(now.minus(NOTED_EVERY)))
            return Uni.createFrom().voidItem();
        return sessions.withTransaction(
                session -> session.createMutationQuery("update StaffSession set lastUsed = :now where id = :id")
                        .setParameter("now", now)
                        .setParameter("id", used.id)
                        .executeUpdate()
                        .replaceWithVoid());
    }

    private Instant usedSince() {
        return Instant.now().minus(config.sessionIdle());
    }

    private Instant openedSince() {
        return Instant.now().minus(config.sessionLasts());
    }
}
