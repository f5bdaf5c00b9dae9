package org.rightdoor.login;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.rightdoor.people.Staff;

/** Who is asking, and in which session. */
@ApplicationScoped
public class LoggedIn {

    /** Name of the identity's attribute that holds its {@link Staff}. */
    public static final String STAFF = "staff";

    /** Name of the attribute that holds the {@link StaffSession}; a program with a key has none. */
    static final String SESSION = "session";

    @Inject
    SecurityIdentity identity;

    Staff staff() {
        return identity.getAttribute(STAFF);
    }

    StaffSession session() {
        return identity.getAttribute(SESSION);
    }

    /** Which session it is, for what outlasts the request; null for a program with a key. */
    public Long sessionId() {
        return session() == null ? null : session().id;
    }
}
