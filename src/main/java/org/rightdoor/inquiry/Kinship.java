package org.rightdoor.inquiry;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.people.Person;
import org.rightdoor.people.Tie;
import org.rightdoor.people.Ties;

/** Staff say on a case what its person and somebody else are to each other. */
@ApplicationScoped
public class Kinship implements Reversal {

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    Deeds deeds;

    @Inject
    Ties ties;

    /** @throws IllegalStateException when they are linked like that already, or are one entry */
    public Uni<Deed> link(long number, Person person, Person other, Tie.Kind kind, Actor by) {
        return sessions.withTransaction(session -> deeds.record(
                        Deed.Kind.PEOPLE_LINKED,
                        number,
                        by,
                        inquiry -> Event.of(Event.Kind.PEOPLE_LINKED, by, said(person, other, kind)))
                .call(deed -> ties.tie(person.id, other.id, kind, deed.id)));
    }

    @Override
    public boolean isFor(Deed.Kind kind) {
        return kind == Deed.Kind.PEOPLE_LINKED;
    }

    @Override
    public Uni<Void> reverse(Mutiny.Session session, Deed deed, List<DeedOnCase> lines, Actor by) {
        return ties.undo(deed.id)
                .chain(() -> Deeds.inOrder(lines, line -> Deeds.say(session, line, deed, by)))
                .replaceWithVoid();
    }

    private static String said(Person person, Person other, Tie.Kind kind) {
        var both = name(person) + " and " + name(other);
        return switch (kind) {
            case SAME -> both + " are one person";
            case HOUSEHOLD -> both + " are of one household";
            case STRANGERS -> both + " have nothing to do with each other";
        };
    }

    private static String name(Person person) {
        return person.name == null ? "somebody without a name" : person.name;
    }
}
