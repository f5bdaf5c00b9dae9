package org.rightdoor.desk.notices;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.calendar.CurrentCalendar;
import org.rightdoor.inquiry.Sight;
import org.rightdoor.people.DepartmentOwner;
import org.rightdoor.people.DepartmentOwners;
import org.rightdoor.people.May;
import org.rightdoor.people.Staff;
import org.rightdoor.people.StaffMembers;

/** Finds what is new for somebody; only of cases that this person may read when asked. */
@ApplicationScoped
class Notices {

    static final int MOST = 50;

    private static final String NEW_CASE =
            """
            select 'NEW_CASE' as kind, i.number as number, i.priority = 'URGENT' as urgent, i.opened_at as at,
                   null as said, null as href
            from inquiry i
            where i.opened_at > :since and i.opened_at <= :until and i.merged_into is null
              and (:all or i.department = any(string_to_array(:mine, ','))) and\s""";

    /** Mine, or those of a colleague for whom I stand in. */
    private static final String ASSIGNED_TO_ME =
            """
            (i.assignee_id = :me or i.assignee_id in (
                select c.id from staff c where c.stand_in = :me and c.away_until >= current_date and c.active))""";

    private static final String FAMILY_REPLIED =
            """
            select 'FAMILY_REPLIED', i.number, i.priority = 'URGENT', c.at, null, null
            from inquiry i cross join lateral whole_of(i.number) w(number) join inquiry m on m.number = w.number
            join contact c on c.inquiry_number = m.number
            where %s and i.merged_into is null and i.last_contact_at > :since
              and c.at > :since and c.at <= :until and c.counts and m.opened_at < c.at and\s"""
                    .formatted(ASSIGNED_TO_ME);

    private static final String HAPPENED =
            """
            select case e.kind when 'PROMISE_NEAR' then 'DUE_SOON' when 'PROMISE_BROKEN' then 'BROKEN' else e.kind end,
                   i.number, i.priority = 'URGENT', e.at, null, null
            from event e join inquiry i on i.number = e.inquiry_number
            where e.at > :since and e.at <= :until and e.kind in ('ASSIGNED', 'PROMISE_NEAR', 'PROMISE_BROKEN')
              and (e.kind = 'ASSIGNED' and %1$s and coalesce(e.staff_id, 0) <> :me
                   or e.kind = 'PROMISE_NEAR' and (%1$s or i.assignee_id is null
                       and (:all or i.department = any(string_to_array(:mine, ','))))
                   or e.kind = 'PROMISE_BROKEN' and i.department = any(string_to_array(:led, ','))) and\s"""
                    .formatted(ASSIGNED_TO_ME);

    private static final String MENTIONED =
            """
            select 'MENTIONED', i.number, i.priority = 'URGENT', m.at, null, null
            from mention m join inquiry i on i.number = m.inquiry_number
            where m.staff_id = :me and m.at > :since and m.at <= :until and m.seen_at is null and\s""";

    private static final String APPROVAL =
            """
            select 'APPROVAL', i.number, i.priority = 'URGENT', a.at, null, null
            from proposal a join inquiry i on i.number = a.inquiry_number
            where a.state = 'WAITING' and a.at > :since and a.at <= :until and a.staff_id <> :me and :approves
              and (:all or i.department = any(string_to_array(:mine, ','))) and\s""";

    private static final String ROOT_CAUSE =
            """
            select 'ROOT_CAUSE', i.number, false, c.raised_at, null, '/desk/insight/questions#causes'
            from root_cause c join inquiry i on i.number = c.inquiry_number
            where c.raised_at > :since and c.raised_at <= :until and c.done_at is null
              and c.department = any(string_to_array(:led, ',')) and\s""";

    // A rise is a sum over cases that all of its department may read, and names none.
    private static final String RISING =
            """
            select 'RISING', r.id, true, r.began_at, r.said, '/desk?view=all&topic=' || r.topic
            from rise r
            where r.began_at > :since and r.began_at <= :until and r.department = any(string_to_array(:led, ','))""";

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    StaffMembers members;

    @Inject
    DepartmentOwners owners;

    @Inject
    CurrentKnowledge knowledge;

    @Inject
    CurrentCalendar calendar;

    /** What is urgent and then the newest, so many, the oldest of them first; each case once for each kind. */
    Uni<List<Notice>> of(Staff staff, Wish wish, Instant since, Instant until) {
        return led(staff)
                .chain(led -> sessions.withSession(session -> {
                    var sight = Sight.of(staff);
                    var query = session.createNativeQuery(sql(sight), Tuple.class)
                            .setParameter("since", since)
                            .setParameter("until", until)
                            .setParameter("me", staff.id)
                            .setParameter("approves", May.of(staff).contains(May.SEND))
                            .setParameter("all", staff.isAdmin() && staff.departments.length == 0)
                            .setParameter("mine", String.join(",", staff.worksFor()))
                            .setParameter("led", String.join(",", led))
                            .setParameter(
                                    "kinds",
                                    wish.wanted().stream().map(Kind::name).collect(Collectors.joining(",")));
                    sight.bind(query::setParameter);
                    return query.getResultList()
                            .map(rows -> rows.stream().map(Notices::notice).toList());
                }));
    }

    /** Are the doors of any of this person's departments open? */
    boolean isOpen(Staff staff, Instant now) {
        var departments = staff.worksFor().isEmpty()
                ? List.of(knowledge.now().rules().district().fallbackDepartment())
                : staff.worksFor();
        return departments.stream()
                .filter(knowledge.now().rules().departments()::containsKey)
                .anyMatch(department -> calendar.now().openHours(department).isOpen(now));
    }

    private static String sql(Sight sight) {
        var all = String.join(
                " union all ",
                NEW_CASE + sight.mayRead(),
                FAMILY_REPLIED + sight.mayRead(),
                MENTIONED + sight.mayRead(),
                APPROVAL + sight.mayRead(),
                HAPPENED + sight.mayRead(),
                ROOT_CAUSE + sight.mayRead(),
                RISING);
        return "select * from (select n.kind as kind, n.number as number, n.urgent as urgent, max(n.at) as at,"
                + " n.said as said, n.href as href from (" + all
                + ") n where n.kind = any(string_to_array(:kinds, ',')) group by n.kind, n.number, n.urgent, n.said, n.href"
                + " order by urgent desc, at desc, number desc limit " + MOST + ") newest order by at, number";
    }

    /** The departments whose broken promises are this person's: led, or owned and nobody before is there. */
    private Uni<List<String>> led(Staff staff) {
        return owners.all().chain(owners -> members.all().map(all -> {
            var byId = all.stream().collect(Collectors.toMap(member -> member.id, Function.identity()));
            var today = knowledge.now().rules().district().today();
            return knowledge.now().rules().departments().keySet().stream()
                    .filter(department -> !staff.isAdmin() && staff.leads(department)
                            || isOwnedBy(staff, owners.get(department), byId, today))
                    .toList();
        }));
    }

    private static boolean isOwnedBy(Staff staff, DepartmentOwner owner, Map<Long, Staff> byId, LocalDate today) {
        return owner != null
                && owner.thereOn(today, byId)
                        .filter(there -> there.id.equals(staff.id))
                        .isPresent();
    }

    private static Notice notice(Tuple row) {
        var number = row.get("number", Long.class);
        return new Notice(
                Kind.valueOf(row.get("kind", String.class)),
                number,
                row.get("urgent", Boolean.class),
                row.get("at", OffsetDateTime.class).toInstant(),
                row.get("said", String.class),
                Optional.ofNullable(row.get("href", String.class)).orElse("/desk/inquiries/" + number));
    }
}
