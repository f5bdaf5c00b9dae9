package org.rightdoor.people;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.hibernate.reactive.mutiny.Mutiny;

/** Who works here as what, as administrators keep it. There is always one of them left. */
@ApplicationScoped
public class Roster {

    private static final String ADMINISTRATORS =
            "select id from staff where active and 'admin' = any(string_to_array(roles, ',')) order by id for update";

    @Inject
    Mutiny.SessionFactory sessions;

    /** Null when there is nobody of that id. */
    public Uni<Staff> find(long id) {
        return sessions.withSession(session -> session.find(Staff.class, id));
    }

    /**
     * From the next click on that person may do what the roles say.
     *
     * @param roles as {@link Staff#roles}
     * @param by name of who does it
     * @throws IllegalStateException when no administrator would be left
     */
    public Uni<Staff> change(long id, String name, String roles, Collection<String> departments, String by) {
        return change(id, by, staff -> {
            staff.name = name;
            staff.roles = roles;
            staff.departments = departments.toArray(String[]::new);
        });
    }

    /** That person does not get in any more; what was done under the name stays. */
    public Uni<Staff> deactivate(long id, String by) {
        return change(id, by, staff -> {
            staff.active = false;
            staff.invitation = null;
            staff.awayUntil = null;
            staff.standIn = null;
        });
    }

    public Uni<Staff> reactivate(long id, String by) {
        return change(id, by, staff -> staff.active = true);
    }

    // Two administrators who remove each other at the same moment: the second sees what the first did.
    private Uni<Staff> change(long id, String by, Consumer<Staff> verb) {
        return sessions.withTransaction(session -> RoleChanges.by(by, session)
                .chain(() ->
                        session.createNativeQuery(ADMINISTRATORS, Long.class).getResultList())
                .chain(admins -> session.find(Staff.class, id).invoke(staff -> {
                    if (staff == null) return;
                    verb.accept(staff);
                    demandAnother(staff, admins);
                })));
    }

    static void demandAnother(Staff changed, List<Long> admins) {
        var stays = changed.active && changed.isAdmin();
        if (!stays && admins.stream().allMatch(changed.id::equals) && !admins.isEmpty()) {
            throw new IllegalStateException(
                    changed.name + " is the last administrator. Make somebody else an administrator first.");
        }
    }
}
