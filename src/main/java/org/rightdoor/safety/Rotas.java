package org.rightdoor.safety;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** Whom alerts go to. People who have left are not among them. */
@ApplicationScoped
public class Rotas {

    private static final String PEOPLE =
            """
            select p.category as category, p.staff_id as staff from alert_person p
            join staff s on s.id = p.staff_id and s.active order by p.category, p.place""";

    private static final String ON_CALL =
            """
            select o.staff_id as staff, o.weekday as weekday, cast(o.from_time as text) as from_time,
                   cast(o.to_time as text) as to_time
            from on_call o join staff s on s.id = o.staff_id and s.active order by o.weekday, o.from_time, o.id""";

    private static final String SETTING =
            """
            select a.minutes as minutes, s.id as fallback
            from alert_setting a left join staff s on s.id = a.fallback and s.active""";

    @Inject
    Mutiny.SessionFactory sessions;

    public Uni<Rota> now() {
        return sessions.withSession(session -> people(session)
                .chain(people -> onCall(session).chain(onCall -> session.createNativeQuery(SETTING, Tuple.class)
                        .getSingleResultOrNull()
                        .map(row -> row == null
                                ? new Rota(people, onCall, null, Rota.USUAL_MINUTES)
                                : new Rota(
                                        people,
                                        onCall,
                                        row.get("fallback", Long.class),
                                        row.get("minutes", Integer.class))))));
    }

    /** The whole of it, in place of what was there, and telephone numbers by id of staff; null takes one away. */
    public Uni<Void> write(Rota rota, Map<Long, String> phones) {
        return sessions.withTransaction(session -> write(rota)
                .chain(() -> each(new ArrayList<>(phones.entrySet()), phone -> session.createNativeQuery(
                                "update staff set phone = :phone where id = :id")
                        .setParameter("phone", phone.getValue())
                        .setParameter("id", phone.getKey())
                        .executeUpdate())));
    }

    /** The whole of it, in place of what was there. */
    public Uni<Void> write(Rota rota) {
        return sessions.withTransaction(session -> run(session, "delete from alert_person")
                .chain(() -> run(session, "delete from on_call"))
                .chain(() -> run(session, "delete from alert_setting"))
                .chain(() -> session.createNativeQuery(
                                "insert into alert_setting (minutes, fallback) values (:minutes, :fallback)")
                        .setParameter("minutes", rota.minutes())
                        .setParameter("fallback", rota.fallback())
                        .executeUpdate())
                .chain(() -> each(rows(rota), row -> session.createNativeQuery(
                                "insert into alert_person (category, place, staff_id) values (:category, :place, :staff)")
                        .setParameter("category", row.category)
                        .setParameter("place", row.place)
                        .setParameter("staff", row.staff)
                        .executeUpdate()))
                .chain(() -> each(rota.onCall(), span -> session.createNativeQuery(
                                """
                                insert into on_call (staff_id, weekday, from_time, to_time)
                                values (:staff, :weekday, :from, :to)""")
                        .setParameter("staff", span.staffId())
                        .setParameter("weekday", span.day().getValue())
                        .setParameter("from", span.from())
                        .setParameter("to", span.to())
                        .executeUpdate())));
    }

    private record Row(String category, int place, long staff) {}

    private static List<Row> rows(Rota rota) {
        var rows = new ArrayList<Row>();
        rota.people().forEach((category, people) -> {
            for (var person : people) rows.add(new Row(category, rows.size(), person));
        });
        return rows;
    }

    private static <T> Uni<Void> each(List<T> rows, Function<T, Uni<Integer>> write) {
        var all = Uni.createFrom().voidItem();
        for (var row : rows) all = all.chain(() -> write.apply(row)).replaceWithVoid();
        return all;
    }

    private static Uni<Integer> run(Mutiny.Session session, String sql) {
        return session.createNativeQuery(sql).executeUpdate();
    }

    private static Uni<LinkedHashMap<String, List<Long>>> people(Mutiny.Session session) {
        return session.createNativeQuery(PEOPLE, Tuple.class).getResultList().map(rows -> {
            var people = new LinkedHashMap<String, List<Long>>();
            rows.forEach(row -> people.computeIfAbsent(row.get("category", String.class), any -> new ArrayList<>())
                    .add(row.get("staff", Long.class)));
            return people;
        });
    }

    private static Uni<List<OnCall>> onCall(Mutiny.Session session) {
        return session.createNativeQuery(ON_CALL, Tuple.class).getResultList().map(rows -> rows.stream()
                .map(row -> new OnCall(
                        row.get("staff", Long.class),
                        DayOfWeek.of(row.get("weekday", Integer.class)),
                        LocalTime.parse(row.get("from_time", String.class)),
                        LocalTime.parse(row.get("to_time", String.class))))
                .toList());
    }
}
