package org.rightdoor.inquiry;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Which contacts a family had to make, where the machine and staff see it differently: staff are right. */
@ApplicationScoped
public class Counting implements Reversal {

    /** Who sends the same words again within that time has not come back because nobody answered. */
    private static final Duration SAME_AGAIN = Duration.ofHours(1);

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    Inquiries inquiries;

    @Inject
    Merges merges;

    @Inject
    Deeds deeds;

    /** True when the family that waits on this case has just sent the very same words on it, by whatever channel. */
    public Uni<Boolean> isAgain(Inquiry inquiry, Contact contact) {
        if (inquiry.waitingSince == null || contact.text.isBlank())
            return Uni.createFrom().item(false);
        return sessions.withSession(session -> session.createSelectionQuery(
                        """
                        select count(*) from Contact where inquiryNumber = :number and personId = :person and counts
                            and text = :text and at > :since""",
                        Long.class)
                .setParameter("number", inquiry.number)
                .setParameter("person", contact.personId)
                .setParameter("text", contact.text)
                .setParameter("since", contact.at.minus(SAME_AGAIN))
                .getSingleResult()
                .map(same -> same > 0));
    }

    /**
     * The contact counts from now on, or does not.
     *
     * @param contact id of one of the case or of those that have become part of it
     * @throws IllegalStateException when it is none of them, or that is so already
     */
    public Uni<Deed> correct(long number, long contact, boolean counts, Actor by) {
        return sessions.withTransaction(
                session -> road(session, number, contact).chain(road -> deeds.begin(Deed.Kind.COUNT_CORRECTED, by)
                        .call(deed -> set(session, road, contact, counts))
                        .call(deed -> deeds.onCase(session, deed, number, whole -> {
                            whole.contacts += counts ? 1 : -1;
                            return Event.of(Event.Kind.COUNTED, by, counts ? "yes" : "no");
                        }))
                        .call(deed -> keep(session, deed, contact))));
    }

    @Override
    public boolean isFor(Deed.Kind kind) {
        return kind == Deed.Kind.COUNT_CORRECTED;
    }

    /** Whatever has happened since: one more or one less stays one more or one less. */
    @Override
    public Uni<Void> reverse(Mutiny.Session session, Deed deed, List<DeedOnCase> lines, Actor by) {
        var line = lines.get(0);
        return session.find(Contact.class, line.moved[0])
                .chain(contact -> road(session, line.inquiryNumber, contact.id)
                        .chain(road -> set(session, road, contact.id, !contact.counts)
                                .chain(() -> inquiries.lock(line.inquiryNumber))
                                .invoke(whole -> whole.contacts += contact.counts ? 1 : -1)))
                .chain(() -> Deeds.say(session, line, deed, by));
    }

    /** The cases between that contact and the one that it is part of now, which is not among them. */
    private Uni<List<Long>> road(Mutiny.Session session, long number, long contact) {
        return session.find(Contact.class, contact).chain(found -> {
            if (found == null) throw notHere();
            return up(session, found.inquiryNumber, number, new ArrayList<>());
        });
    }

    private static Uni<List<Long>> up(Mutiny.Session session, long from, long to, List<Long> passed) {
        if (from == to) return Uni.createFrom().item(passed);
        return session.find(Inquiry.class, from).chain(inquiry -> {
            if (inquiry == null || inquiry.mergedInto == null) throw notHere();
            passed.add(from);
            return up(session, inquiry.mergedInto, to, passed);
        });
    }

    private Uni<Void> set(Mutiny.Session session, List<Long> road, long contact, boolean counts) {
        return Deeds.inOrder(road, inquiries::lock)
                .invoke(parts -> parts.forEach(part -> part.contacts += counts ? 1 : -1))
                .chain(() -> session.find(Contact.class, contact))
                .invoke(found -> found.count(counts))
                .replaceWithVoid();
    }

    private static Uni<Void> keep(Mutiny.Session session, Deed deed, long contact) {
        return session.createSelectionQuery("from DeedOnCase where deedId = :deed", DeedOnCase.class)
                .setParameter("deed", deed.id)
                .getSingleResult()
                .invoke(line -> line.moved = new Long[] {contact})
                .replaceWithVoid();
    }

    private static IllegalStateException notHere() {
        return new IllegalStateException("That message is not in this case any more.");
    }
}
