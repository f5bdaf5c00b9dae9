package org.rightdoor.inquiry;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.routing.Priority;
import org.rightdoor.understand.Tone;

/** Lists of cases. Open ones: urgent first, then whoever has waited longest; all others: newest first. */
@ApplicationScoped
public class Inbox {

    static final int PAGE_SIZE = 50;

    // One statement with the channels in it instead of entities and a second query: half the server time of a page.
    private static final String ROWS =
            """
            select i.number as number, i.subject as subject, p.name as person, i.department as department,
                   i.topic as topic, i.priority as priority, i.urgency as urgency,
                   i.distress as distress, i.status as status, i.contacts as contacts,
                   i.opened_at as opened_at, i.last_contact_at as last_contact_at, i.waiting_since as waiting_since,
                   i.due_at as due_at,
                   (select string_agg(distinct c.channel, ',') from contact c
                    where c.inquiry_number = i.number) as channels,
                   (select string_agg(s.department, ',' order by s.id) from part s
                    where s.inquiry_number = i.number and s.done_at is null) as also
            from inquiry i join person p on p.id = i.person_id
            where """;

    private static final String MATCHING =
            """
             and (i.number in (select c.inquiry_number from contact c
                               where c.words @@ websearch_to_tsquery('simple', :words))
                  or i.subject ilike :like or p.name ilike :like or cast(i.number as text) = :words)
            """;

    private static final String OPEN =
            """
            select o.department as department, count(*) as open from (
                select i.department from inquiry i where i.status = 'OPEN' and %1$s
                union all
                select s.department from part s join inquiry i on i.number = s.inquiry_number
                where s.done_at is null and i.status = 'OPEN' and %1$s) o
            group by o.department
            """;

    @Inject
    Mutiny.SessionFactory sessions;

    public Uni<InboxPage> page(InboxQuery query) {
        var sql = new StringBuilder(ROWS).append(query.sight().mayRead());
        var parameters = new LinkedHashMap<String, Object>();
        query.sight().bind(parameters::put);
        if (!query.departments().isEmpty()) {
            // An array instead of a subquery, so that the indexes on both tables can be used.
            sql.append(" and (i.department = any(string_to_array(:departments, ','))"
                    + " or i.number = any(array(select s.inquiry_number from part s"
                    + " where s.department = any(string_to_array(:departments, ','))"
                    + (query.status() == Status.OPEN ? " and s.done_at is null" : "") + ")))");
            parameters.put("departments", String.join(",", query.departments()));
        }
        if (query.status() != null) {
            // The literal lets the planner see that the partial index fits.
            sql.append(" and i.status = '").append(query.status().name()).append("'");
        }
        if (query.words() != null && !query.words().isBlank()) {
            sql.append(MATCHING);
            var words = query.words().strip().replaceFirst("^#", "");
            parameters.put("words", words);
            parameters.put("like", "%" + words.replaceAll("([\\\\%_])", "\\\\$1") + "%");
        }
        var order = query.status() == Status.OPEN ? Order.LONGEST_WAITING : Order.NEWEST;
        order.continueAfter(query.after(), sql, parameters);
        sql.append(order.clause).append(" limit ").append(PAGE_SIZE + 1);
        return sessions.withSession(session -> {
            var statement = session.createNativeQuery(sql.toString(), Tuple.class);
            parameters.forEach(statement::setParameter);
            return statement.getResultList().map(rows -> page(rows, order));
        });
    }

    /**
     * How many open cases each department has, its parts of others' cases among them; departments without any are missing,
     * and so is what that person may not see.
     */
    public Uni<Map<String, Long>> openByDepartment(Sight sight) {
        return sessions.withSession(session -> {
            var statement = session.createNativeQuery(OPEN.formatted(sight.mayWork()), Tuple.class);
            sight.bind(statement::setParameter);
            return statement.getResultList().map(rows -> {
                var open = new LinkedHashMap<String, Long>();
                rows.forEach(row -> open.put(row.get("department", String.class), row.get("open", Long.class)));
                return open;
            });
        });
    }

    private static InboxPage page(List<Tuple> tuples, Order order) {
        var rows = tuples.stream().limit(PAGE_SIZE).map(Inbox::row).toList();
        var next = tuples.size() > PAGE_SIZE ? order.cursorAfter(rows.get(PAGE_SIZE - 1)) : null;
        return new InboxPage(rows, next);
    }

    private static InboxRow row(Tuple tuple) {
        var channels = tuple.get("channels", String.class);
        var also = tuple.get("also", String.class);
        return new InboxRow(
                tuple.get("number", Long.class),
                tuple.get("subject", String.class),
                tuple.get("person", String.class),
                tuple.get("department", String.class),
                also == null ? List.of() : List.of(also.split(",")),
                tuple.get("topic", String.class),
                Priority.valueOf(tuple.get("priority", String.class)),
                Tone.Urgency.valueOf(tuple.get("urgency", String.class)),
                tuple.get("distress", Boolean.class),
                Status.valueOf(tuple.get("status", String.class)),
                channels == null
                        ? List.of()
                        : Arrays.stream(channels.split(","))
                                .map(Channel::valueOf)
                                .toList(),
                tuple.get("contacts", Integer.class),
                time(tuple, "opened_at"),
                time(tuple, "last_contact_at"),
                time(tuple, "waiting_since"),
                time(tuple, "due_at"));
    }

    private static Instant time(Tuple tuple, String column) {
        var time = tuple.get(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** The two orders of a list, each with its keyset cursor. A cursor that makes no sense starts from the beginning. */
    private enum Order {
        LONGEST_WAITING(" order by (i.priority <> 'URGENT'), i.waiting_since, i.number") {
            @Override
            void continueAfter(String cursor, StringBuilder sql, Map<String, Object> parameters) {
                if (cursor == null || !cursor.matches("[01]~\\d{1,15}~\\d{1,15}")) return;
                var parts = cursor.split("~");
                sql.append(
                        " and ((i.priority <> 'URGENT'), i.waiting_since, i.number) > (:calm, to_timestamp(:micros / 1000000.0), :number)");
                parameters.put("calm", parts[0].equals("1"));
                parameters.put("micros", Long.valueOf(parts[1]));
                parameters.put("number", Long.valueOf(parts[2]));
            }

            @Override
            String cursorAfter(InboxRow row) {
                var since = row.waitingSince();
                var micros = since.getEpochSecond() * 1_000_000 + since.getNano() / 1_000;
                return (row.priority() == Priority.URGENT ? 0 : 1) + "~" + micros + "~" + row.number();
            }
        },
        NEWEST(" order by i.number desc") {
            @Override
            void continueAfter(String cursor, StringBuilder sql, Map<String, Object> parameters) {
                if (cursor == null || !cursor.matches("\\d{1,15}")) return;
                sql.append(" and i.number < :number");
                parameters.put("number", Long.valueOf(cursor));
            }

            @Override
            String cursorAfter(InboxRow row) {
                return Long.toString(row.number());
            }
        };

        final String clause;

        Order(String clause) {
            this.clause = clause;
        }

        abstract void continueAfter(String cursor, StringBuilder sql, Map<String, Object> parameters);

        abstract String cursorAfter(InboxRow row);
    }
}
