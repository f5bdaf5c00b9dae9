package org.rightdoor.login;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.hibernate.reactive.mutiny.Mutiny;

/** The browsers in which somebody has logged in before; they are known by a secret cookie. */
@ApplicationScoped
class KnownBrowsers {

    @Inject
    Mutiny.SessionFactory sessions;

    Uni<Boolean> isKnown(String email, Browser browser) {
        if (browser.known() == null) return Uni.createFrom().item(false);
        return sessions.withSession(session -> session.createNativeQuery(
                        """
                        select count(*) from known_browser join staff on staff.id = staff_id
                        where email = :email and browser_hash = :hash and last_used > now() - interval '180 days'""",
                        Long.class)
                .setParameter("email", email)
                .setParameter("hash", Secret.hash(browser.known()))
                .getSingleResult()
                .map(count -> count > 0));
    }

    /** Remembers the browser for that person, and gives the secret by which it is known. */
    Uni<String> remember(long staffId, Browser browser) {
        var secret = browser.known() == null ? Secret.random() : browser.known();
        return sessions.withTransaction(session -> session.createNativeQuery(
                        """
                        insert into known_browser (staff_id, browser_hash) values (:staff, :hash)
                        on conflict (staff_id, browser_hash) do update set last_used = now()""")
                .setParameter("staff", staffId)
                .setParameter("hash", Secret.hash(secret))
                .executeUpdate()
                .replaceWith(secret));
    }
}
