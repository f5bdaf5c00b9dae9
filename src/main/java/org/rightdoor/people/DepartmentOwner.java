package org.rightdoor.people;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Who answers for a department. */
@Entity
public class DepartmentOwner {

    /** Key of the department. */
    @Id
    public String department;

    /** Null while nobody does. */
    public Long ownerId;

    /** Who does while the owner is away and nobody stands in; null for nobody. */
    public Long fallbackId;

    public String changedBy;
    public Instant changedAt;

    static DepartmentOwner of(String department) {
        var owner = new DepartmentOwner();
        owner.department = department;
        return owner;
    }

    /** The owner, or whoever stands in for the owner, or the fallback: the first who is there; empty where none is. */
    public Optional<Staff> thereOn(LocalDate today, Map<Long, Staff> staff) {
        return find(ownerId, staff)
                .filter(owner -> isThere(owner, today))
                .or(() -> find(ownerId, staff)
                        .filter(owner -> owner.isAway(today))
                        .flatMap(owner -> find(owner.standIn, staff))
                        .filter(standIn -> isThere(standIn, today)))
                .or(() -> find(fallbackId, staff).filter(fallback -> isThere(fallback, today)));
    }

    private static Optional<Staff> find(Long id, Map<Long, Staff> staff) {
        return Optional.ofNullable(id).map(staff::get);
    }

    private static boolean isThere(Staff member, LocalDate today) {
        return member.active && member.invitation == null && !member.isAway(today);
    }
}
