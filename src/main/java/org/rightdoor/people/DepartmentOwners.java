package org.rightdoor.people;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Who answers for which department. */
@ApplicationScoped
public class DepartmentOwners {

    @Inject
    Mutiny.SessionFactory sessions;

    /** By key of the department; one that nobody was ever named for is missing. */
    public Uni<Map<String, DepartmentOwner>> all() {
        return sessions.withSession(
                session -> session.createSelectionQuery("from DepartmentOwner", DepartmentOwner.class)
                        .getResultList()
                        .map(owners -> owners.stream()
                                .collect(Collectors.toMap(owner -> owner.department, Function.identity()))));
    }

    /** @param owner and fallback, each null for nobody */
    public Uni<Void> name(String department, Long owner, Long fallback, String by) {
        return sessions.withTransaction(
                session -> session.find(DepartmentOwner.class, department).chain(held -> {
                    var named = held == null ? DepartmentOwner.of(department) : held;
                    named.ownerId = owner;
                    named.fallbackId = fallback;
                    named.changedBy = by;
                    named.changedAt = Instant.now();
                    return held == null
                            ? session.persist(named)
                            : Uni.createFrom().voidItem();
                }));
    }
}
