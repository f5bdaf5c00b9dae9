package org.rightdoor.people;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.hibernate.reactive.mutiny.Mutiny;

/** The people who work for the district. */
@ApplicationScoped
public class StaffMembers {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** So long the link works by which an invited person sets a password. */
    private static final Duration INVITED_FOR = Duration.ofDays(7);

    /** So long the one works that an administrator made for a lost password. */
    private static final Duration RESET_FOR = Duration.ofHours(24);

    @Inject
    Vertx vertx;

    @Inject
    Mutiny.SessionFactory sessions;

    /** The member of staff who logs in by that e-mail address, or null. */
    public Uni<Staff> byEmail(String email) {
        return sessions.withSession(
                session -> session.createSelectionQuery("from Staff where email = :email", Staff.class)
                        .setParameter("email", email.toLowerCase(Locale.ROOT))
                        .getSingleResultOrNull()
                        .call(staff -> staff == null ? Uni.createFrom().voidItem() : standIn(session, staff)));
    }

    /**
     * Adds the departments of those for whom that person stands in. A day begins and ends by the clock of the database; for
     * a stand-in some hours more do no harm.
     */
    public Uni<Void> standIn(Mutiny.Session session, Staff staff) {
        return session.createNativeQuery(
                        """
                        select distinct unnest(departments) from staff
                        where stand_in = :id and away_until >= current_date and active""",
                        String.class)
                .setParameter("id", staff.id)
                .getResultList()
                .invoke(departments -> staff.standsInFor = departments)
                .replaceWithVoid();
    }

    /** From now until the end of that day somebody else gets what is this person's; null for both ends it. */
    public Uni<Void> goAway(long id, LocalDate until, Long standIn) {
        return sessions.withTransaction(session -> session.createMutationQuery(
                        "update Staff set awayUntil = :until, standIn = :standIn where id = :id")
                .setParameter("until", until)
                .setParameter("standIn", standIn)
                .setParameter("id", id)
                .executeUpdate()
                .replaceWithVoid());
    }

    /** This person knows the way, or wants to find it alone. */
    public Uni<Void> toured(long id) {
        return sessions.withTransaction(
                session -> session.createMutationQuery("update Staff set toured = true where id = :id")
                        .setParameter("id", id)
                        .executeUpdate()
                        .replaceWithVoid());
    }

    /** Whether keys alone do something on this person's pages. */
    public Uni<Void> switchKeys(long id, boolean on) {
        return sessions.withTransaction(
                session -> session.createMutationQuery("update Staff set singleKeys = :on where id = :id")
                        .setParameter("on", on)
                        .setParameter("id", id)
                        .executeUpdate()
                        .replaceWithVoid());
    }

    public Uni<List<Staff>> all() {
        return sessions.withSession(session -> session.createSelectionQuery("from Staff order by name", Staff.class)
                .getResultList());
    }

    public Uni<Boolean> isEmpty() {
        return sessions.withSession(session -> session.createSelectionQuery("select count(*) from Staff", Long.class)
                .getSingleResult()
                .map(count -> count == 0));
    }

    /**
     * Adds somebody who sets a password by the link that holds {@link Staff#invitation}.
     *
     * @param by name of who invites
     */
    public Uni<Staff> invite(String email, String name, String role, List<String> departments, String by) {
        var staff = new Staff();
        staff.email = email.toLowerCase(Locale.ROOT);
        staff.name = name;
        staff.roles = role;
        staff.departments = departments.toArray(String[]::new);
        staff.toured = false;
        staff.invitation = newInvitation();
        staff.invitationExpires = Instant.now().plus(INVITED_FOR);
        // The log-in can only compare with a hash: until a password is set, it is that of a secret nobody knows.
        return hash(newInvitation()).chain(hash -> {
            staff.password = hash;
            return sessions.withTransaction(session -> RoleChanges.by(by, session)
                    .chain(() -> session.persist(staff))
                    .replaceWith(staff));
        });
    }

    /** The person invited by that secret, or null; nobody is by one that has been used or is too old. */
    public Uni<Staff> invited(String invitation) {
        return sessions.withSession(session -> invited(session, invitation));
    }

    /** Makes a new link for somebody invited before, or whose password is lost: the one before it works no longer. */
    public Uni<Staff> inviteAgain(long id) {
        return hash(newInvitation())
                .chain(hash -> sessions.withTransaction(
                        session -> session.find(Staff.class, id).invoke(staff -> {
                            var hasLoggedIn = staff.invitation == null;
                            staff.password = hash;
                            staff.invitation = newInvitation();
                            staff.invitationExpires = Instant.now().plus(hasLoggedIn ? RESET_FOR : INVITED_FOR);
                        })));
    }

    public Uni<Staff> byId(long id) {
        return sessions.withSession(session -> session.find(Staff.class, id));
    }

    public Uni<Void> setPassword(long id, String password) {
        return hash(password)
                .chain(hash -> sessions.withTransaction(
                        session -> session.createMutationQuery("update Staff set password = :hash where id = :id")
                                .setParameter("hash", hash)
                                .setParameter("id", id)
                                .executeUpdate()))
                .replaceWithVoid();
    }

    /** Sets the password and uses up the invitation; null when it has been used, or is too old. */
    public Uni<Staff> accept(String invitation, String password) {
        return hash(password)
                .chain(hash -> sessions.withTransaction(
                        session -> invited(session, invitation).invoke(staff -> {
                            if (staff == null) return;
                            staff.password = hash;
                            staff.enter();
                        })));
    }

    private static Uni<Staff> invited(Mutiny.Session session, String invitation) {
        return session.createSelectionQuery(
                        "from Staff where invitation = :invitation and invitationExpires > :now and active",
                        Staff.class)
                .setParameter("invitation", invitation)
                .setParameter("now", Instant.now())
                .getSingleResultOrNull();
    }

    // Hashing takes a tenth of a second by design: off the event loop, and before the transaction.
    private Uni<String> hash(String password) {
        return vertx.executeBlocking(() -> BcryptUtil.bcryptHash(password), false);
    }

    private static String newInvitation() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
