package org.rightdoor.login;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.Config;
import org.rightdoor.login.LogIns.Next;
import org.rightdoor.login.StaffSession.Way;
import org.rightdoor.people.Staff;

/** What somebody needs besides the password: an authenticator app with its recovery codes, or a passkey. */
@ApplicationScoped
class SecondFactors {

    /** What somebody has. */
    record Standing(boolean app, long codesLeft, long passkeys) {

        boolean any() {
            return app || passkeys > 0;
        }
    }

    /** How a typed code was found. */
    enum Found {
        WRONG,
        APP,
        RECOVERY
    }

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    Vault vault;

    @Inject
    RecoveryCodes recovery;

    @Inject
    Config config;

    /** What is still wanted after that first step. */
    Uni<Next> wanted(Staff staff, Way way) {
        // A passkey is both at once; the district's own log-in asks for what the district wants.
        if (way != Way.PASSWORD) return Uni.createFrom().item(Next.DESK);
        return of(staff.id).map(standing -> {
            if (standing.any()) return Next.SECOND_FACTOR;
            return demandedOf(staff, config.secondFactor()) ? Next.SET_UP_SECOND_FACTOR : Next.DESK;
        });
    }

    static boolean demandedOf(Staff staff, Config.SecondFactor rule) {
        return switch (rule) {
            case OPTIONAL -> false;
            case ADMINS -> staff.isAdmin();
            case EVERYONE -> true;
        };
    }

    boolean demandedOf(Staff staff) {
        return demandedOf(staff, config.secondFactor());
    }

    Uni<Standing> of(long staffId) {
        return sessions.withSession(session -> session.createNativeQuery(
                        """
                        select exists (select from authenticator where staff_id = :staff) as app,
                               (select count(*) from recovery_code where staff_id = :staff) as codes,
                               (select count(*) from passkey where staff_id = :staff) as passkeys""",
                        Tuple.class)
                .setParameter("staff", staffId)
                .getSingleResult()
                .map(row -> new Standing(
                        row.get("app", Boolean.class), row.get("codes", Long.class), row.get("passkeys", Long.class))));
    }

    /** A new secret for that person's app, locked: it travels through the form until a code shows that the app has it. */
    String locked(Totp totp, Staff staff) {
        return vault.lock(totp.secret(), "new:" + staff.id);
    }

    /** The secret that was locked for that person, or null. */
    Totp opened(String locked, Staff staff) {
        return vault.open(locked == null ? "" : locked, "new:" + staff.id)
                .map(Totp::new)
                .orElse(null);
    }

    /** Adds the app if the code is one of its, and gives the recovery codes; null when it is not, or there is one already. */
    Uni<List<String>> add(Staff staff, Totp totp, String typed) {
        var step = totp.step(typed, Instant.now(), 0);
        if (step.isEmpty()) return Uni.createFrom().nullItem();
        return sessions.withTransaction(session -> session.createNativeQuery(
                        """
                        insert into authenticator (staff_id, secret, last_step) values (:staff, :secret, :step)
                        on conflict do nothing""")
                .setParameter("staff", staff.id)
                .setParameter("secret", vault.lock(totp.secret(), owner(staff.id)))
                .setParameter("step", step.getAsLong())
                .executeUpdate()
                .chain(added -> added == 1
                        ? recovery.renew(session, staff.id)
                        : Uni.createFrom().nullItem()));
    }

    Uni<List<String>> newRecoveryCodes(long staffId) {
        return sessions.withTransaction(session -> recovery.renew(session, staffId));
    }

    /** Whether that is the app's code of now, not used before, or a recovery code. */
    Uni<Found> check(long staffId, String typed) {
        return isOfApp(staffId, typed)
                .chain(right -> right
                        ? Uni.createFrom().item(Found.APP)
                        : recovery.use(staffId, typed == null ? "" : typed)
                                .map(used -> used ? Found.RECOVERY : Found.WRONG));
    }

    /** The password alone opens the log-in again, unless the rule wants a new second factor. */
    Uni<Void> removeAll(long staffId) {
        return sessions.withTransaction(session -> removeApp(session, staffId)
                .chain(() -> session.createNativeQuery("delete from passkey where staff_id = :staff")
                        .setParameter("staff", staffId)
                        .executeUpdate())
                .replaceWithVoid());
    }

    Uni<Void> removeApp(long staffId) {
        return sessions.withTransaction(session -> removeApp(session, staffId));
    }

    private Uni<Void> removeApp(Mutiny.Session session, long staffId) {
        return session.createNativeQuery("delete from authenticator where staff_id = :staff")
                .setParameter("staff", staffId)
                .executeUpdate()
                .chain(() -> recovery.clear(session, staffId));
    }

    private Uni<Boolean> isOfApp(long staffId, String typed) {
        return sessions.withTransaction(session -> session.createNativeQuery(
                        "select secret, last_step from authenticator where staff_id = :staff", Tuple.class)
                .setParameter("staff", staffId)
                .getSingleResultOrNull()
                .chain(row -> row == null
                        ? Uni.createFrom().item(false)
                        : use(
                                session,
                                staffId,
                                row.get("secret", String.class),
                                row.get("last_step", Long.class),
                                typed)));
    }

    // Two who type the same code at once: the row is changed for one of them only.
    private Uni<Boolean> use(Mutiny.Session session, long staffId, String secret, long lastStep, String typed) {
        var totp = vault.open(secret, owner(staffId)).map(Totp::new);
        if (totp.isEmpty()) return Uni.createFrom().item(false);
        var step = totp.get().step(typed, Instant.now(), lastStep);
        if (step.isEmpty()) return Uni.createFrom().item(false);
        return session.createNativeQuery(
                        "update authenticator set last_step = :step where staff_id = :staff and last_step < :step")
                .setParameter("step", step.getAsLong())
                .setParameter("staff", staffId)
                .executeUpdate()
                .map(changed -> changed == 1);
    }

    private static String owner(long staffId) {
        return "authenticator:" + staffId;
    }
}
