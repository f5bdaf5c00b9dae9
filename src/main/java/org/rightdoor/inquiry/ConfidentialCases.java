package org.rightdoor.inquiry;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.people.Staff;

/** Cases about personnel and investigations: those named on one see it, and for everybody else it does not exist. */
@ApplicationScoped
public class ConfidentialCases {

    /** How long an administrator looks who had to. */
    public static final Duration A_LOOK = Duration.ofHours(1);

    /** Why a case about such a topic is confidential. */
    public static final String KEPT_BY_RULES = "The rules keep cases about this confidential.";

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    Inquiries inquiries;

    @Inject
    Deeds deeds;

    /** Who sees it, those named first; who looked and may not any more is left out. */
    public Uni<List<Named>> namedOn(long number) {
        return sessions.withSession(session -> session.createNativeQuery(
                        """
                        select n.staff_id as staff_id, s.name as name, n.named_by as named_by, n.at as at, n.until as until,
                               n.reason as reason
                        from named_on_case n join staff s on s.id = n.staff_id
                        where n.inquiry_number = :number and (n.until is null or n.until > now())
                        order by n.until is not null, n.at, s.name""",
                        Tuple.class)
                .setParameter("number", number)
                .getResultList()
                .map(rows -> rows.stream().map(ConfidentialCases::named).toList()));
    }

    /** Closes the case to all but whoever does it, and those named with it. */
    public Uni<Inquiry> close(long number, Collection<Staff> others, String reason, Actor by) {
        return sessions.withTransaction(session -> inquiries
                .change(number, inquiry -> new Privacy(inquiry).close(reason, by))
                .call(() -> name(session, number, by.staffId(), by))
                .call(() -> Multi.createFrom()
                        .iterable(others)
                        .onItem()
                        .transformToUniAndConcatenate(other -> name(number, other, by))
                        .collect()
                        .last()));
    }

    /**
     * Records a deed by which a case goes elsewhere. Where the rules keep what it is about confidential, the case becomes so
     * with it; and those who lead the department that has a confidential case now are named on it.
     *
     * @param byRules true where the rules keep cases about its new topic confidential
     */
    public Uni<Deed> move(Deed.Kind kind, long number, boolean byRules, Actor by, Function<Inquiry, Event> verb) {
        return sessions.withTransaction(session -> inquiries
                .lock(number)
                .map(inquiry -> byRules && inquiry != null && !inquiry.confidential)
                .chain(becomes -> deeds.record(kind, number, by, inquiry -> {
                            var event = verb.apply(inquiry);
                            if (byRules) inquiry.confidential = true;
                            return event;
                        })
                        .call(() -> becomes ? say(number) : Uni.createFrom().voidItem()))
                .call(() -> inquiries.lock(number).chain(this::nameLeadsOfConfidential)));
    }

    /** RightDoor itself has found what a case is about, which may be among the topics that the rules keep confidential. */
    public Uni<Void> closeByRules(long number, Predicate<String> isKept) {
        return sessions.withTransaction(session -> inquiries.lock(number).chain(inquiry -> {
            if (inquiry.confidential || !isKept.test(inquiry.topic))
                return Uni.createFrom().voidItem();
            inquiry.confidential = true;
            return say(number).chain(() -> nameLeads(inquiry));
        }));
    }

    private Uni<Inquiry> say(long number) {
        return inquiries.change(
                number, inquiry -> Event.of(Event.Kind.MADE_CONFIDENTIAL, Actor.RIGHTDOOR, KEPT_BY_RULES));
    }

    private Uni<Void> nameLeadsOfConfidential(Inquiry inquiry) {
        return inquiry.confidential ? nameLeads(inquiry) : Uni.createFrom().voidItem();
    }

    /** On a case that is open to its department again nobody is named. */
    static Uni<Void> forgetNamed(Mutiny.Session session, Inquiry inquiry) {
        if (inquiry.confidential) return Uni.createFrom().voidItem();
        return session.createNativeQuery("delete from named_on_case where inquiry_number = :number")
                .setParameter("number", inquiry.number)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Names those who lead the department on a case that the rules keep confidential; administrators where nobody does. */
    public Uni<Void> nameLeads(Inquiry inquiry) {
        return sessions.withTransaction(session -> session.createNativeQuery(
                        """
                        with working as (select id, string_to_array(roles, ',') as roles, departments from staff where active),
                        leads as (select id from working where 'lead' = any(roles) and :department = any(departments))
                        insert into named_on_case (inquiry_number, staff_id, named_by)
                        select cast(:number as bigint), id, 'RightDoor' from leads
                        union all
                        select cast(:number as bigint), id, 'RightDoor' from working
                        where 'admin' = any(roles) and not exists (select from leads)
                        on conflict (staff_id, inquiry_number) do nothing""")
                .setParameter("department", inquiry.department)
                .setParameter("number", inquiry.number)
                .executeUpdate()
                .replaceWithVoid());
    }

    /** From now on everybody of the department sees it again; nobody is named on it any more. */
    public Uni<Inquiry> open(long number, Actor by) {
        return sessions.withTransaction(session -> inquiries
                .change(number, inquiry -> new Privacy(inquiry).open(by))
                .call(inquiry -> forgetNamed(session, inquiry)));
    }

    public Uni<Void> name(long number, Staff who, Actor by) {
        return sessions.withTransaction(session -> inquiries
                .change(number, inquiry -> new Privacy(inquiry).name(who.name, by))
                .chain(() -> name(session, number, who.id, by)));
    }

    /** @throws IllegalStateException when nobody else would be left */
    public Uni<Void> unname(long number, long staffId, Actor by) {
        return sessions.withTransaction(
                session -> inquiries.lock(number).chain(() -> namedOn(number)).chain(named -> {
                    var out = named.stream()
                            .filter(each -> each.staffId() == staffId && !each.isLooking())
                            .findFirst();
                    if (out.isEmpty()) return Uni.createFrom().voidItem();
                    if (named.stream().filter(each -> !each.isLooking()).count() == 1) {
                        throw new IllegalStateException("Somebody has to see the case. Name another person first.");
                    }
                    return inquiries
                            .change(number, inquiry -> new Privacy(inquiry)
                                    .unname(out.get().name(), by))
                            .chain(() -> session.createNativeQuery(
                                            "delete from named_on_case where inquiry_number = :number and staff_id = :staff")
                                    .setParameter("number", number)
                                    .setParameter("staff", staffId)
                                    .executeUpdate()
                                    .replaceWithVoid());
                }));
    }

    /**
     * Lets an administrator look for a while who is not named on it; those who are read the reason on the case.
     *
     * @return the case, or null where there is no confidential case of that number
     */
    public Uni<Inquiry> look(long number, String reason, Staff who) {
        return sessions.withTransaction(session -> inquiries.lock(number).chain(inquiry -> {
            if (inquiry == null || !inquiry.confidential)
                return Uni.createFrom().nullItem();
            var by = Actor.of(who);
            return inquiries
                    .change(number, locked -> new Privacy(locked).lookedAt(reason, by))
                    .call(() -> session.createNativeQuery(
                                    """
                                    insert into named_on_case (inquiry_number, staff_id, named_by, until, reason)
                                    values (:number, :staff, :who, :until, :reason)
                                    on conflict (staff_id, inquiry_number)
                                    do update set until = excluded.until, reason = excluded.reason, at = now()
                                    where named_on_case.until is not null""")
                            .setParameter("number", number)
                            .setParameter("staff", who.id)
                            .setParameter("who", who.name)
                            .setParameter("until", Instant.now().plus(A_LOOK))
                            .setParameter("reason", reason)
                            .executeUpdate());
        }));
    }

    private static Uni<Void> name(Mutiny.Session session, long number, long staffId, Actor by) {
        return session.createNativeQuery(
                        """
                        insert into named_on_case (inquiry_number, staff_id, named_by) values (:number, :staff, :who)
                        on conflict (staff_id, inquiry_number)
                        do update set until = null, reason = null, named_by = excluded.named_by, at = now()
                        where named_on_case.until is not null""")
                .setParameter("number", number)
                .setParameter("staff", staffId)
                .setParameter("who", by.name())
                .executeUpdate()
                .replaceWithVoid();
    }

    private static Named named(Tuple row) {
        var until = row.get("until", OffsetDateTime.class);
        return new Named(
                row.get("staff_id", Long.class),
                row.get("name", String.class),
                row.get("named_by", String.class),
                row.get("at", OffsetDateTime.class).toInstant(),
                until == null ? null : until.toInstant(),
                row.get("reason", String.class));
    }
}
