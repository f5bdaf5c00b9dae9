package org.rightdoor.login;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** What happened to somebody's log-in: that person sees it, and the administrators. */
@ApplicationScoped
class LogInEvents {

    private static final int SHOWN = 20;

    enum Kind {
        LOGGED_IN("Logged in"),
        WRONG_PASSWORD("A wrong password was typed"),
        WRONG_CODE("A wrong code was typed"),
        PASSWORD_SET("The password was set"),
        RESET_LINK_MADE("A link for a new password was made"),
        SECOND_FACTOR_ADDED("An authenticator app was added"),
        SECOND_FACTOR_REMOVED("The second factor was removed"),
        RECOVERY_CODE_USED("A recovery code was used"),
        RECOVERY_CODES_MADE("New recovery codes were made"),
        PASSKEY_ADDED("A passkey was added"),
        PASSKEY_REMOVED("A passkey was removed"),
        PASSKEY_COPIED("A passkey that looks copied was refused"),
        LOGGED_OUT_EVERYWHERE("Logged out everywhere");

        final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /** @param by who did it, or null where it was the person or nobody known */
    record Line(Instant at, String words, String device, String by) {}

    @Inject
    Mutiny.SessionFactory sessions;

    Uni<Void> note(long staffId, Kind kind, Browser browser) {
        return note(staffId, kind, browser, null);
    }

    Uni<Void> note(long staffId, Kind kind, Browser browser, Long by) {
        return sessions.withTransaction(session -> session.createNativeQuery(
                        """
                        insert into login_event (staff_id, kind, device, by_staff)
                        values (:staff, :kind, :device, cast(:by as bigint))""")
                .setParameter("staff", staffId)
                .setParameter("kind", kind.name())
                .setParameter("device", browser.device())
                .setParameter("by", by)
                .executeUpdate()
                .replaceWithVoid());
    }

    /** The latest first. */
    Uni<List<Line>> of(long staffId) {
        return sessions.withSession(session -> session.createNativeQuery(
                        """
                        select event.at, kind, device, staff.name as by from login_event event
                        left join staff on staff.id = by_staff
                        where staff_id = :staff order by event.at desc, event.id desc""",
                        Tuple.class)
                .setParameter("staff", staffId)
                .setMaxResults(SHOWN)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Line(
                                row.get("at", OffsetDateTime.class).toInstant(),
                                Kind.valueOf(row.get("kind", String.class)).words,
                                row.get("device", String.class),
                                row.get("by", String.class)))
                        .toList()));
    }
}
