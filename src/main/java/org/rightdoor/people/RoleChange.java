package org.rightdoor.people;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/** That somebody became what the person is; the database writes it down whenever it changes. */
@Entity
public class RoleChange {

    @Id
    public Long id;

    public long staffId;
    public Instant at;

    /** Name of who did it; empty where it was not done through RightDoor. */
    public String actor;

    /** As {@link Staff#roles}; null where the person was not there before. */
    public String formerRoles;

    public String[] formerDepartments;
    public Boolean formerActive;

    public String roles;
    public String[] departments;
    public boolean active;
}
