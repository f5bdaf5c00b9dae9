package org.rightdoor.people;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Who was what, since when, and who made it so. */
@ApplicationScoped
public class RoleChanges {

    private static final int MOST = 50;

    @Inject
    Mutiny.SessionFactory sessions;

    /** Those of that person, the newest first. */
    public Uni<List<RoleChange>> of(long staff) {
        return sessions.withSession(session -> session.createSelectionQuery(
                        "from RoleChange where staffId = :staff order by id desc", RoleChange.class)
                .setParameter("staff", staff)
                .setMaxResults(MOST)
                .getResultList());
    }

    /** What this transaction changes about roles is that one's doing. */
    public static Uni<Void> by(String actor, Mutiny.Session session) {
        return session.createNativeQuery("select set_config('rightdoor.actor', :actor, true)", String.class)
                .setParameter("actor", actor)
                .getSingleResult()
                .replaceWithVoid();
    }
}
