package org.rightdoor.insight;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.rightdoor.inquiry.Sql;

/** The cases that a figure is said of, those only that the reader may see. */
@ApplicationScoped
class CasesBehind {

    static final int PAGE = 50;

    private static final Pattern CONTACTS = Pattern.compile("(\\d{1,2})(-?)");

    /** A measure that no card shows: what was given and did not help. */
    static final String NOT_HELPED = "answers-not-helped";

    private static final Pattern DAY_AND_HOUR = Pattern.compile("([1-7])-(\\d{1,2})");

    @Inject
    Pool pool;

    record Row(
            long number,
            String subject,
            String department,
            String topic,
            int contacts,
            Instant openedAt,
            boolean settled,
            String with) {}

    /**
     * The newest first.
     *
     * @param parameters of the address: measure, moved, answer, age; {@code contacts} as {@link #contacts} writes it; {@code heard}
     *     for those that were written to on these days, "any" or on a day of the week in an hour, as 2-9; {@code with} and
     *     {@code desk} for what somebody has now
     * @param after the number of the last case of the page before, or null
     * @return up to one more than a page
     */
    Uni<List<Row>> of(Asked asked, UnaryOperator<String> parameters, Long after) {
        var sight = asked.seat().sight();
        var scope = asked.scope();
        var sql = new Sql(
                        """
                        select i.number, i.subject, m.department, m.topic, m.contacts, m.opened_at, m.settled, s.name
                        from case_measure m join inquiry i on i.number = m.inquiry_number
                            left join staff s on s.id = i.assignee_id
                        where """)
                .add(" " + sight.mayRead())
                .with(sight::bind);
        var age = number(parameters.apply("age"), Extras.AGES.size() - 1);
        var heard = parameters.apply("heard");
        if (parameters.apply("with") != null) onDesk(sql, parameters.apply("with"), parameters.apply("desk"));
        else if (age != null)
            sql.add(" and m.settled = 0 and " + Extras.AGES.get(age).condition());
        else {
            sql.with("first", scope.period().first())
                    .with("last", scope.period().last());
            if (heard == null) sql.add(" and m.day between :first and :last");
            else heard(sql, heard);
        }
        if (parameters.apply("moved") == null) scope.narrowToDepartments(sql);
        scope.narrow(sql);
        Measure.named(String.valueOf(parameters.apply("measure")))
                .ifPresent(measure -> sql.add(" and " + measure.behind()));
        if (NOT_HELPED.equals(parameters.apply("measure"))) sql.add(" and m.not_helped = 1");
        var contacts = CONTACTS.matcher(String.valueOf(parameters.apply("contacts")));
        if (contacts.matches()) {
            sql.add(contacts.group(2).isEmpty() ? " and m.contacts = :contacts" : " and m.contacts >= :contacts")
                    .with("contacts", Integer.parseInt(contacts.group(1)));
        }
        var answer = parameters.apply("answer");
        if (answer != null) sql.add(" and m.answer = :answer").with("answer", answer);
        moved(sql, parameters.apply("moved"));
        if (after != null) sql.add(" and i.number < :after").with("after", after);
        return sql.add(" order by i.number desc limit " + (PAGE + 1)).on(pool).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(row -> new Row(
                        row.getLong(0),
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getInteger(4),
                        row.getOffsetDateTime(5).toInstant(),
                        row.getInteger(6) == 1,
                        row.getString(7)))
                .toList());
    }

    /** What the address says for cases of that many contacts, where {@code many} or more are counted together: 3, or 6- for those. */
    static String contacts(int number, int many) {
        return number < many ? Integer.toString(number) : many + "-";
    }

    private static void onDesk(Sql sql, String who, String which) {
        sql.add(" and i.assignee_id = :who and i.status <> 'RESOLVED'")
                .with("who", who.matches("\\d{1,18}") ? Long.parseLong(who) : -1);
        var condition = which == null ? null : Extras.ON_A_DESK.get(which);
        if (condition != null) sql.add(" and " + condition);
    }

    // A case that was settled before these days takes no contact in them: it would be open again.
    private static void heard(Sql sql, String when) {
        sql.add(
                """
                 and m.day <= :last and (m.day >= :first or m.settled = 0 or m.settled_at > :first::date - interval '1 day')
                 and exists (select from unnest(m.contacted) h where day_of(h) between :first and :last""");
        var hour = DAY_AND_HOUR.matcher(when);
        if (hour.matches()) {
            sql.add(" and extract(isodow from day_of(h)) = :weekday and h % 24 = :hour")
                    .with("weekday", Integer.parseInt(hour.group(1)))
                    .with("hour", Integer.parseInt(hour.group(2)));
        }
        sql.add(")");
    }

    private static void moved(Sql sql, String fromTo) {
        var parts = fromTo == null ? new String[0] : fromTo.split("~", 2);
        if (parts.length < 2) return;
        sql.add(
                        """
                         and exists (select from reroute r where r.inquiry_number = m.inquiry_number
                                     and r.from_department = :movedFrom and r.to_department = :movedTo)""")
                .with("movedFrom", parts[0])
                .with("movedTo", parts[1]);
    }

    private static Integer number(String text, int most) {
        return text == null || !text.matches("\\d{1,2}") ? null : (Integer) Math.min(most, Integer.parseInt(text));
    }
}
