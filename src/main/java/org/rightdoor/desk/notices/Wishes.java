package org.rightdoor.desk.notices;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** What members of staff want to be told. */
@ApplicationScoped
public class Wishes {

    @Inject
    Mutiny.SessionFactory sessions;

    /** The wish of this one; nothing is told to who has none. */
    public Uni<Wish> of(long staffId) {
        return sessions.withSession(session -> session.find(Wish.class, staffId))
                .map(wish -> wish == null ? Wish.of(staffId) : wish);
    }

    /** From now on; what happened before is not told. */
    public Uni<Void> keep(long staffId, Wish.Way way, Collection<Kind> kinds) {
        return sessions.withTransaction(
                session -> session.find(Wish.class, staffId).chain(held -> {
                    var wish = held == null ? Wish.of(staffId) : held;
                    wish.way = way;
                    wish.kinds = Kind.names(kinds.toArray(Kind[]::new));
                    wish.toldUntil = Instant.now();
                    return held == null
                            ? session.persist(wish)
                            : Uni.createFrom().voidItem();
                }));
    }

    Uni<List<Wish>> byMail() {
        return sessions.withSession(session -> session.createSelectionQuery(
                        """
                        select w from Wish w join Staff s on s.id = w.staffId
                        where s.active and w.way in (HOURLY, DAILY) order by w.staffId""",
                        Wish.class)
                .getResultList());
    }

    /** Who leads or owns a department hears of what goes wrong in it unless they wish otherwise. */
    Uni<Void> giveLeadsTheirs() {
        return sessions.withTransaction(session -> session.createNativeQuery(
                        """
                        insert into wish (staff_id, way, kinds, told_until)
                        select s.id, 'HOURLY', array['BROKEN', 'RISING', 'ROOT_CAUSE'], now() from staff s
                        where s.active and ('lead' = any(string_to_array(s.roles, ','))
                                            or exists (select from department_owner o where s.id in (o.owner_id, o.fallback_id)))
                          and not exists (select from wish w where w.staff_id = s.id)
                        on conflict do nothing""")
                .executeUpdate()
                .replaceWithVoid());
    }

    /** True for the one replica that tells what is new until then. */
    Uni<Boolean> claim(Wish wish, Instant until) {
        return move(wish.staffId, wish.toldUntil, until);
    }

    /** It could not be told: the next look tries again. */
    Uni<Boolean> giveBack(Wish wish, Instant until) {
        return move(wish.staffId, until, wish.toldUntil);
    }

    private Uni<Boolean> move(long staffId, Instant from, Instant to) {
        return sessions.withTransaction(session -> session.createMutationQuery(
                        "update Wish set toldUntil = :to where staffId = :staff and toldUntil = :from")
                .setParameter("to", to)
                .setParameter("from", from)
                .setParameter("staff", staffId)
                .executeUpdate()
                .map(changed -> changed == 1));
    }
}
