package org.rightdoor.desk.go;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.inquiry.Sight;
import org.rightdoor.people.Wanted;

/** Finds cases by their number, or by the name, telephone number or address of whoever wrote; only what one may read. */
@ApplicationScoped
class CaseFinder {

    private static final int MOST = 8;

    /** A name that more people bear than this needs more letters. */
    private static final int MOST_PEOPLE = 200;

    /** @param person the name, or null */
    record Found(long number, String subject, String person, String status) {}

    @Inject
    Mutiny.SessionFactory sessions;

    Uni<List<Found>> find(String typed, Sight sight) {
        var wanted = Wanted.of(typed);
        if (wanted.isTooLittle()) return Uni.createFrom().item(List.of());
        return sessions.withSession(session -> {
            var parameters = new LinkedHashMap<String, Object>();
            var query = session.createNativeQuery(sql(wanted, sight, parameters), Tuple.class);
            parameters.forEach(query::setParameter);
            return query.getResultList().map(rows -> rows.stream()
                    .map(row -> new Found(
                            row.get("number", Long.class),
                            row.get("subject", String.class),
                            row.get("person", String.class),
                            row.get("status", String.class)))
                    .toList());
        });
    }

    // The people first and as an array: the planner then asks the indexes, however many cases there are.
    private static String sql(Wanted wanted, Sight sight, LinkedHashMap<String, Object> parameters) {
        parameters.put("number", wanted.number());
        sight.bind(parameters::put);
        var cases = new ArrayList<String>();
        cases.add("select cast(:number as bigint)");
        people(wanted, parameters)
                .forEach(people -> cases.add("select c.number from inquiry c where c.person_id = any(array(" + people
                        + " limit " + MOST_PEOPLE + "))"));
        return """
                select i.number as number, i.subject as subject, p.name as person, i.status as status
                from inquiry i join person p on p.id = i.person_id
                where i.number = any(array(%s)) and %s
                order by i.number <> :number, i.status = 'RESOLVED', i.last_contact_at desc
                limit %d"""
                .formatted(String.join(" union all ", cases), sight.mayRead(), MOST);
    }

    private static List<String> people(Wanted wanted, LinkedHashMap<String, Object> parameters) {
        var people = new ArrayList<String>();
        if (!wanted.address().isEmpty()) {
            parameters.put("address", wanted.address());
            people.add("select a.person_id from address a where a.value like :address");
        }
        if (!wanted.names().isEmpty()) {
            var conditions = new ArrayList<String>();
            for (var name : wanted.names().split(" ")) {
                var parameter = "name" + conditions.size();
                parameters.put(parameter, name);
                conditions.add("q.found_by like :" + parameter);
            }
            people.add("select q.id from person q where " + String.join(" and ", conditions));
        }
        return people;
    }
}
