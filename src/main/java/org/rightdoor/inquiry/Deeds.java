package org.rightdoor.inquiry;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;

/** What staff do to cases, recorded so that each deed can be undone: on one case or on hundreds, all of it or nothing. */
@ApplicationScoped
public class Deeds {

    private static final int MOST_NAMED = 5;

    private static final String RUNNING =
            """
            select id from (
                select * from promise where inquiry_number = any(array(select whole_of(:number))) offset 0) promised
            where ended_at is null and (inquiry_number = :number or kind = 'FOLLOW_UP')""";

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    Inquiries inquiries;

    @Inject
    Instance<Reversal> reversals;

    public Uni<Deed> record(Deed.Kind kind, long number, Actor by, Function<Inquiry, Event> verb) {
        return record(kind, List.of(number), by, verb);
    }

    /**
     * Applies one of the verbs to each of the cases in one transaction, as one deed.
     *
     * @throws IllegalStateException when a verb refuses, or a case has become part of another; nothing is changed then
     */
    public Uni<Deed> record(Deed.Kind kind, Collection<Long> numbers, Actor by, Function<Inquiry, Event> verb) {
        return sessions.withTransaction(session -> begin(kind, by)
                .call(deed -> inOrder(
                        numbers.stream().distinct().sorted().toList(), number -> onCase(session, deed, number, verb))));
    }

    /** The deed of that id, or null. */
    public Uni<Deed> find(long id) {
        return sessions.withSession(session -> session.find(Deed.class, id));
    }

    /** Numbers of the cases that a deed touched. */
    public Uni<List<Long>> casesOf(long id) {
        return sessions.withSession(session -> session.createSelectionQuery(
                        "select inquiryNumber from DeedOnCase where deedId = :id order by inquiryNumber", Long.class)
                .setParameter("id", id)
                .getResultList());
    }

    /**
     * Puts back exactly what the deed changed, on all of its cases or on none.
     *
     * @throws IllegalStateException when it has been undone already, or when what it changed was changed again since
     */
    public Uni<Deed> undo(long id, Actor by) {
        return sessions.withTransaction(session -> session.find(Deed.class, id, LockMode.PESSIMISTIC_WRITE)
                .invoke(deed -> {
                    if (deed == null) throw new IllegalStateException("There is nothing to undo.");
                    deed.undo(by);
                })
                .call(deed -> session.createSelectionQuery(
                                "from DeedOnCase where deedId = :id order by inquiryNumber", DeedOnCase.class)
                        .setParameter("id", id)
                        .getResultList()
                        .chain(lines -> reversal(deed).reverse(session, deed, lines, by))));
    }

    Uni<Deed> begin(Deed.Kind kind, Actor by) {
        var deed = Deed.of(kind, by);
        return sessions.withTransaction(session -> session.persist(deed).replaceWith(deed));
    }

    /** Applies the verb to one case and keeps what it changed; inside the transaction that began the deed. */
    Uni<Inquiry> onCase(Mutiny.Session session, Deed deed, long number, Function<Inquiry, Event> verb) {
        return inquiries.lock(number).call(inquiry -> {
            if (inquiry == null) throw new IllegalStateException("There is no case #" + number + ".");
            if (inquiry.mergedInto != null) {
                throw new IllegalStateException(
                        "Case #" + number + " has become part of case #" + inquiry.mergedInto + ". Open that one.");
            }
            var before = Standing.of(inquiry);
            return running(session, number).chain(promises -> {
                var event = verb.apply(inquiry);
                event.inquiryNumber = number;
                return session.persist(event)
                        .chain(session::flush)
                        .chain(() -> running(session, number))
                        .chain(left -> {
                            var line = new DeedOnCase();
                            line.deedId = deed.id;
                            line.inquiryNumber = number;
                            line.eventId = event.id;
                            var after = Standing.of(inquiry);
                            var effect = deed.kind == Deed.Kind.MERGED
                                    ? Effect.whole(before, after)
                                    : Effect.between(before, after);
                            line.beforeDeed = effect.before().toString();
                            line.afterDeed = effect.after().toString();
                            line.ended = without(promises, left);
                            line.begun = without(left, promises);
                            return newestContact(session, number)
                                    .invoke(newest -> line.lastContact = newest)
                                    .chain(() -> session.persist(line));
                        });
            });
        });
    }

    private Reversal reversal(Deed deed) {
        return reversals.stream()
                .filter(reversal -> reversal.isFor(deed.kind))
                .findFirst()
                .orElse(this::reverse);
    }

    private Uni<Void> reverse(Mutiny.Session session, Deed deed, List<DeedOnCase> lines, Actor by) {
        return inOrder(lines, line -> inquiries.lock(line.inquiryNumber))
                .chain(cases -> {
                    demandUntouched(lines, cases);
                    return inOrder(lines, line -> promisesBack(session, line));
                })
                .chain(done -> inOrder(
                        lines, line -> inquiries.lock(line.inquiryNumber).chain(inquiry -> {
                            line.effect().undoneIn(Standing.of(inquiry)).putInto(inquiry);
                            return say(session, line, deed, by)
                                    .chain(() -> deed.kind.moves()
                                            ? ConfidentialCases.forgetNamed(session, inquiry)
                                            : Uni.createFrom().voidItem());
                        })))
                .replaceWithVoid();
    }

    private static void demandUntouched(List<DeedOnCase> lines, List<Inquiry> cases) {
        var overtaken = cases.stream()
                .filter(inquiry -> !changed(lines, inquiry).isEmpty())
                .toList();
        if (overtaken.isEmpty()) return;
        var first = overtaken.get(0);
        if (lines.size() == 1) {
            throw new IllegalStateException("This cannot be undone any more: "
                    + String.join(" and ", changed(lines, first)) + " has been changed again since.");
        }
        var names = overtaken.stream()
                .limit(MOST_NAMED)
                .map(inquiry -> "#" + inquiry.number)
                .toList();
        var more = overtaken.size() - names.size();
        throw new IllegalStateException("Nothing was undone, because these cases have been changed again since: "
                + String.join(", ", names) + (more > 0 ? " and " + more + " more" : "") + ".");
    }

    private static List<String> changed(List<DeedOnCase> lines, Inquiry inquiry) {
        return lines.stream()
                .filter(line -> line.inquiryNumber == inquiry.number)
                .flatMap(line -> line.effect().overtakenBy(Standing.of(inquiry)).stream())
                .toList();
    }

    /** The case tells that it was undone. */
    static Uni<Void> say(Mutiny.Session session, DeedOnCase line, Deed deed, Actor by) {
        var event = Event.of(Event.Kind.UNDONE, by, deed.kind.name());
        event.inquiryNumber = line.inquiryNumber;
        return session.persist(event);
    }

    // Before the case itself: then the database finds the old promise running and gives it its old date.
    static Uni<Integer> promisesBack(Mutiny.Session session, DeedOnCase line) {
        return session.createMutationQuery("delete from Promise where id in :begun")
                .setParameter("begun", List.of(line.begun))
                .executeUpdate()
                .chain(() -> session.createMutationQuery("update Promise set endedAt = null where id in :ended")
                        .setParameter("ended", List.of(line.ended))
                        .executeUpdate());
    }

    /** One after the other, for they share a session. */
    public static <T, R> Uni<List<R>> inOrder(Collection<T> all, Function<T, Uni<? extends R>> work) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(work)
                .collect()
                .asList();
    }

    private static Uni<List<Long>> running(Mutiny.Session session, long number) {
        return session.createNativeQuery(RUNNING, Long.class)
                .setParameter("number", number)
                .getResultList();
    }

    private static Uni<Long> newestContact(Mutiny.Session session, long number) {
        return session.createSelectionQuery(
                        "select coalesce(max(id), 0) from Contact where inquiryNumber = :number", Long.class)
                .setParameter("number", number)
                .getSingleResult();
    }

    private static Long[] without(List<Long> all, List<Long> those) {
        return all.stream().filter(id -> !those.contains(id)).toArray(Long[]::new);
    }
}
