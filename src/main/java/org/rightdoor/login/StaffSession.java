package org.rightdoor.login;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import org.rightdoor.people.Staff;

/** A browser in which somebody is logged in, or half so. */
@Entity
public class StaffSession {

    /** How far the log-in has come. */
    enum Stage {
        /** The password was right, and a second factor is awaited or still to be set up; it opens no page of the desk. */
        PASSWORD_GIVEN,
        FULL
    }

    /** How somebody showed who they are. */
    enum Way {
        PASSWORD,
        PASSKEY,
        SINGLE_SIGN_ON
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public String tokenHash;

    public long staffId;

    @Enumerated(EnumType.STRING)
    Stage stage;

    @Enumerated(EnumType.STRING)
    Way way;

    /** The provider's own name for the session behind this one; null for another way, or where it gave none. */
    String providerSession;

    /** How to log out at the provider too, locked by {@link WaysOut}; or null. */
    String wayOut;

    /** Such as "Firefox on Windows". */
    public String device;

    /** The network address it was opened from. */
    public String network;

    public Instant since;

    public Instant lastUsed;

    static StaffSession of(Staff staff, Stage stage, Way way, Browser browser, String token) {
        var session = new StaffSession();
        session.tokenHash = Secret.hash(token);
        session.staffId = staff.id;
        session.stage = stage;
        session.way = way;
        session.device = browser.device();
        session.network = browser.network();
        session.since = Instant.now();
        session.lastUsed = session.since;
        return session;
    }
}
