package org.rightdoor.login;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.Config;
import org.rightdoor.login.RoleMap.Grant;
import org.rightdoor.people.RoleChanges;
import org.rightdoor.people.Staff;

/** Finds whom the district's own log-in vouches for, and makes of its claims what the setting says. */
@ApplicationScoped
class VouchedFor {

    /** Who gives roles by what the log-in says of somebody. */
    private static final String PROVIDER = "the district's log-in";

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    Sessions logIns;

    @Inject
    Config config;

    /** The member of staff, or null where that person has no place here. */
    Uni<Staff> find(Claims claims) {
        var map = RoleMap.of(config.oidc().roles().orElse(List.of()));
        var grant = map.grant(claims.values(config.oidc().rolesClaim()));
        if (!map.isEmpty() && grant.isEmpty()) return Uni.createFrom().nullItem();
        return sessions.withTransaction(session -> known(session, claims)
                        .chain(staff -> staff == null
                                ? byEmail(session, claims, grant)
                                : Uni.createFrom().item(staff))
                        .map(staff -> staff == null || !staff.active ? null : staff))
                .chain(staff ->
                        staff == null || grant.isEmpty() ? Uni.createFrom().item(staff) : give(staff, grant.get()));
    }

    private Uni<Staff> known(Mutiny.Session session, Claims claims) {
        return session.createSelectionQuery("from Staff where issuer = :issuer and subject = :subject", Staff.class)
                .setParameter("issuer", claims.issuer())
                .setParameter("subject", claims.subject())
                .getSingleResultOrNull();
    }

    // Who comes for the first time is known by the address; from then on by the subject, which nobody inherits.
    private Uni<Staff> byEmail(Mutiny.Session session, Claims claims, Optional<Grant> grant) {
        var email = claims.verifiedEmail(config.oidc().emailIsVerified());
        if (email.isEmpty()) return Uni.createFrom().nullItem();
        return session.createSelectionQuery("from Staff where email = :email", Staff.class)
                .setParameter("email", email.get())
                .getSingleResultOrNull()
                .chain(staff -> {
                    if (staff == null) {
                        return grant.isEmpty()
                                ? Uni.createFrom().nullItem()
                                : add(session, claims, email.get(), grant.get());
                    }
                    if (staff.subject != null) return Uni.createFrom().nullItem();
                    staff.issuer = claims.issuer();
                    staff.subject = claims.subject();
                    staff.enter();
                    return Uni.createFrom().item(staff);
                });
    }

    private static Uni<Staff> add(Mutiny.Session session, Claims claims, String email, Grant grant) {
        var staff = new Staff();
        staff.enter();
        staff.email = email;
        staff.name = claims.name();
        staff.roles = grant.roles();
        staff.departments = grant.departments().toArray(String[]::new);
        staff.issuer = claims.issuer();
        staff.subject = claims.subject();
        return RoleChanges.by(PROVIDER, session)
                .chain(() -> session.persist(staff))
                .replaceWith(staff);
    }

    private Uni<Staff> give(Staff staff, Grant grant) {
        if (staff.roles.equals(grant.roles()) && List.of(staff.departments).equals(grant.departments())) {
            return Uni.createFrom().item(staff);
        }
        staff.roles = grant.roles();
        staff.departments = grant.departments().toArray(String[]::new);
        return sessions.withTransaction(
                        session -> RoleChanges.by(PROVIDER, session).chain(() -> session.createMutationQuery(
                                        "update Staff set roles = :roles, departments = :departments where id = :id")
                                .setParameter("roles", staff.roles)
                                .setParameter("departments", staff.departments)
                                .setParameter("id", staff.id)
                                .executeUpdate()))
                .chain(() -> logIns.endAllOf(staff.id))
                .replaceWith(staff);
    }
}
