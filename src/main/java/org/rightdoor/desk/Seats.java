package org.rightdoor.desk;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.login.LoggedIn;
import org.rightdoor.people.Staff;

/** Finds who is asking. */
@ApplicationScoped
public class Seats {

    /** Name of the identity's attribute that holds its {@link Staff}. */
    static final String STAFF = LoggedIn.STAFF;

    @Inject
    SecurityIdentity identity;

    @Inject
    CurrentKnowledge knowledge;

    /** The seat of the request that is being answered; only for endpoints that require a log-in or a key. */
    public Seat now() {
        Staff staff = identity.getAttribute(STAFF);
        if (staff == null) throw new UnauthorizedException();
        return new Seat(staff, knowledge.now().rules());
    }
}
