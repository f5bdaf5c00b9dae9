package org.rightdoor.people;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** The people who write to the district. */
@ApplicationScoped
public class People {

    @Inject
    Mutiny.SessionFactory sessions;

    /**
     * The person who is writing, found by address and name or remembered from now on. Must be called inside the
     * transaction that stores the contact.
     */
    public Uni<Person> remember(Sender sender) {
        return sessions.withTransaction(session -> sharing(session, sender)
                .map(people -> Person.among(people, sender.name()))
                .chain(known ->
                        known.map(person -> refresh(session, person, sender)).orElseGet(() -> add(session, sender)))
                .call(person -> addAddress(session, person, Address.Kind.EMAIL, sender.email()))
                .call(person -> addAddress(session, person, Address.Kind.PHONE, sender.phone())));
    }

    /** Somebody does not want to be asked how the help was. */
    public Uni<Void> askNoMore(long person) {
        return sessions.withTransaction(
                session -> session.createMutationQuery("update Person set wantsNoSurveys = true where id = :id")
                        .setParameter("id", person)
                        .executeUpdate()
                        .replaceWithVoid());
    }

    /** The person of that id, or null. */
    public Uni<Person> find(long id) {
        return sessions.withSession(session -> session.find(Person.class, id));
    }

    /** The people of these ids. */
    public Uni<List<Person>> named(List<Long> ids) {
        if (ids.isEmpty()) return Uni.createFrom().item(List.of());
        return sessions.withSession(
                session -> session.createSelectionQuery("from Person where id in :ids", Person.class)
                        .setParameter("ids", ids)
                        .getResultList());
    }

    /** The person of that id, reachable from now on at the sender's addresses too; inside the transaction as well. */
    public Uni<Person> remember(long personId, Sender sender) {
        return sessions.withTransaction(session -> session.find(Person.class, personId)
                .call(person -> addAddress(session, person, Address.Kind.EMAIL, sender.email()))
                .call(person -> addAddress(session, person, Address.Kind.PHONE, sender.phone())));
    }

    /** Addresses of the person, e-mail before telephone. */
    public Uni<List<Address>> addresses(long personId) {
        return sessions.withSession(session -> session.createSelectionQuery(
                        "from Address where personId = :person order by kind, id", Address.class)
                .setParameter("person", personId)
                .getResultList());
    }

    /** Staff know who the person is; null for "not known". */
    public Uni<Person> setRole(long personId, Person.Role role) {
        return sessions.withTransaction(
                session -> session.find(Person.class, personId).invoke(person -> person.role = role));
    }

    /** Others who use one of this person's addresses; staff are told, nothing is merged. */
    public Uni<List<Person>> sharingAnAddressWith(long personId) {
        return sessions.withSession(session -> session.createSelectionQuery(
                        """
                        select distinct other from Person other
                        join Address theirs on theirs.personId = other.id
                        join Address mine on mine.kind = theirs.kind and mine.value = theirs.value
                        where mine.personId = :person and other.id <> :person""",
                        Person.class)
                .setParameter("person", personId)
                .getResultList());
    }

    private Uni<List<Person>> sharing(Mutiny.Session session, Sender sender) {
        if (!sender.hasAddress()) return Uni.createFrom().item(List.of());
        return session.createSelectionQuery(
                        """
                        select distinct person from Person person
                        join Address address on address.personId = person.id
                        where (address.kind = EMAIL and address.value = :email)
                           or (address.kind = PHONE and address.value = :phone)
                        order by person.id""",
                        Person.class)
                .setParameter("email", sender.email())
                .setParameter("phone", sender.phone())
                .getResultList();
    }

    private Uni<Person> refresh(Mutiny.Session session, Person person, Sender sender) {
        if (person.name == null) person.name = sender.name();
        if (sender.language() != null) person.language = sender.language();
        person.saysToBe(sender.role());
        return Uni.createFrom().item(person);
    }

    private Uni<Person> add(Mutiny.Session session, Sender sender) {
        var person = Person.of(sender);
        return session.persist(person).replaceWith(person);
    }

    private Uni<Void> addAddress(Mutiny.Session session, Person person, Address.Kind kind, String value) {
        if (value == null) return Uni.createFrom().voidItem();
        // One statement instead of a look-up and an insert; the unique key decides between two at once.
        return session.createNativeQuery(
                        """
                        insert into address (person_id, kind, value) values (:person, :kind, :value)
                        on conflict do nothing""")
                .setParameter("person", person.id)
                .setParameter("kind", kind.name())
                .setParameter("value", value)
                .executeUpdate()
                .replaceWithVoid();
    }
}
