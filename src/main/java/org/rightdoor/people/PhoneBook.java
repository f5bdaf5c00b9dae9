package org.rightdoor.people;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds people by the little that staff have typed; whoever was in contact last comes first. */
@ApplicationScoped
public class PhoneBook {

    /** More than these nobody reads while somebody waits on the line. */
    public static final int MOST = 6;

    // By its number nobody finds out whom a confidential case is about.
    private static final String FOUND =
            """
            select p.id as id from person p
            where p.id in (select a.person_id from address a where a.value like :address)
               or (:names <> '' and p.found_by like all (string_to_array(:names, ' ')))
               or p.id = (select i.person_id from inquiry i where i.number = :number and not i.confidential)
            order by (select max(i.last_contact_at) from inquiry i where i.person_id = p.id) desc nulls last, p.id desc
            limit\s""";

    /** A person and where that person can be reached. */
    public record Entry(Person person, List<Address> addresses) {}

    @Inject
    Mutiny.SessionFactory sessions;

    /** Those who may be meant; nobody while too little is typed. */
    public Uni<List<Entry>> find(String typed) {
        var wanted = Wanted.of(typed);
        if (wanted.isTooLittle()) return Uni.createFrom().item(List.of());
        return sessions.withSession(session -> session.createNativeQuery(FOUND + MOST, Tuple.class)
                .setParameter("address", wanted.address())
                .setParameter("names", wanted.names())
                .setParameter("number", wanted.number())
                .getResultList()
                .map(rows -> rows.stream().map(row -> row.get("id", Long.class)).toList())
                .chain(ids -> entries(session, ids)));
    }

    private static Uni<List<Entry>> entries(Mutiny.Session session, List<Long> ids) {
        if (ids.isEmpty()) return Uni.createFrom().item(List.of());
        return session.createSelectionQuery("from Person where id in :ids", Person.class)
                .setParameter("ids", ids)
                .getResultList()
                .chain(people -> session.createSelectionQuery(
                                "from Address where personId in :ids order by kind, id", Address.class)
                        .setParameter("ids", ids)
                        .getResultList()
                        .map(addresses -> inOrder(ids, people, addresses)));
    }

    private static List<Entry> inOrder(List<Long> ids, List<Person> people, List<Address> addresses) {
        Map<Long, Person> byId = new LinkedHashMap<>();
        people.forEach(person -> byId.put(person.id, person));
        var byPerson = addresses.stream().collect(Collectors.groupingBy(address -> address.personId));
        return ids.stream()
                .map(id -> new Entry(byId.get(id), byPerson.getOrDefault(id, List.of())))
                .toList();
    }
}
