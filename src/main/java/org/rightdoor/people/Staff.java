package org.rightdoor.people;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A person who works for the district and may log in. */
@Entity
public class Staff {

    /** Everything, the settings included. */
    public static final String ADMIN = "admin";
    /** Works for departments and is responsible for them: what is late comes here, and a helper's replies. */
    public static final String LEAD = "lead";
    /** Works for departments. */
    public static final String AGENT = "agent";
    /** Works for departments, and somebody else approves what is to be sent. */
    public static final String HELPER = "helper";
    /** Reads what departments work on, and changes nothing. */
    public static final String VIEWER = "viewer";
    /** Held beside one of the others: who opened what, disclosures, retention. */
    public static final String RECORDS = "records";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    /** In lower case; it is also the log-in. */
    public String email;

    public String name;

    /** bcrypt in modular crypt form, of a secret nobody knows until the invited person has set one. */
    public String password;

    /** One of the roles above, and perhaps {@link #RECORDS}, by comma. */
    public String roles;

    /** Keys of the departments whose cases this person sees; an admin sees all. */
    public String[] departments = {};

    /** Telephone number in E.164 form by which this person is texted when called, or null. */
    public String phone;

    /** Secret of the link by which an invited person sets a password, or null. */
    public String invitation;

    /** When that link stops working; null where there is none. */
    public Instant invitationExpires;

    /** When this person first set a password or was vouched for; null before. */
    public Instant enteredAt;

    /** Who vouches for this person: the OpenID provider's issuer, or null. */
    public String issuer;

    /** Under which name there, or null. */
    public String subject;

    public boolean active = true;

    /** False when no key without Ctrl or the like is to do anything (WCAG 2.1.4). */
    public boolean singleKeys = true;

    /** False while this person is new and was not led through the practice case. */
    public boolean toured = true;

    /** The last day on which somebody else stands in, or null. */
    public LocalDate awayUntil;

    /** Who stands in until then, or null. */
    public Long standIn;

    /** Keys of departments that are this person's only while a colleague is away. */
    @Transient
    public List<String> standsInFor = List.of();

    public boolean isAdmin() {
        return has(ADMIN);
    }

    public boolean isViewer() {
        return has(VIEWER);
    }

    /** True when somebody else approves what this person wants to send. */
    public boolean isHelper() {
        return has(HELPER);
    }

    public boolean leads(String department) {
        return isAdmin() || has(LEAD) && worksFor().contains(department);
    }

    public boolean keepsRecords() {
        return has(RECORDS);
    }

    private boolean has(String role) {
        return Arrays.asList(roles.split(",")).contains(role);
    }

    /** This person has proved to be the one who was invited; the invitation is used up. */
    public void enter() {
        invitation = null;
        invitationExpires = null;
        if (enteredAt == null) enteredAt = Instant.now();
    }

    public boolean maySee(String department) {
        return isAdmin() || worksFor().contains(department);
    }

    public List<String> worksFor() {
        return Stream.concat(Arrays.stream(departments), standsInFor.stream())
                .distinct()
                .toList();
    }

    public boolean isStandIn() {
        return !standsInFor.isEmpty();
    }

    public boolean isAway(LocalDate today) {
        return awayUntil != null && !awayUntil.isBefore(today);
    }
}
