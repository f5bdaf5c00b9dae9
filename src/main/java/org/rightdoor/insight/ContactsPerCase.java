package org.rightdoor.insight;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Locale;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.inquiry.Sight;

/** How many times a family has to make contact before a matter is settled. */
@ApplicationScoped
class ContactsPerCase {

    private static final String COUNT =
            """
            select %1$s as key, count(*) as cases, sum(contacts) as contacts,
                   count(*) filter (where status = 'RESOLVED') as resolved,
                   count(*) filter (where status = 'RESOLVED' and contacts <= 1) as settled_with_one
            from inquiry i where i.department = any(string_to_array(:departments, ',')) and i.merged_into is null and %2$s
            group by %1$s order by sum(contacts)::numeric / count(*) desc, count(*) desc
            """;

    @Inject
    Mutiny.SessionFactory sessions;

    /**
     * One line of the report.
     *
     * @param key of the department or topic; null where nobody could tell the topic
     * @param resolved cases that are settled
     * @param settledWithOne settled cases that took one contact
     */
    record Line(String key, long cases, long contacts, long resolved, long settledWithOne) {

        public String mean() {
            return cases == 0 ? "–" : String.format(Locale.US, "%.2f", (double) contacts / cases);
        }

        /** Share of the settled cases that took one contact, in percent; a dash where none is settled. */
        public String firstContact() {
            return resolved == 0 ? "–" : Math.round(100.0 * settledWithOne / resolved) + " %";
        }
    }

    Uni<List<Line>> byDepartment(List<String> departments, Sight sight) {
        return count("department", departments, sight);
    }

    Uni<List<Line>> byTopic(List<String> departments, Sight sight) {
        return count("topic", departments, sight);
    }

    private Uni<List<Line>> count(String column, List<String> departments, Sight sight) {
        return sessions.withSession(session -> {
            var query = session.createNativeQuery(COUNT.formatted(column, sight.mayRead()), Tuple.class)
                    .setParameter("departments", String.join(",", departments));
            sight.bind(query::setParameter);
            return query.getResultList()
                    .map(rows -> rows.stream().map(ContactsPerCase::line).toList());
        });
    }

    private static Line line(Tuple row) {
        return new Line(
                row.get("key", String.class),
                row.get("cases", Long.class),
                row.get("contacts", Long.class),
                row.get("resolved", Long.class),
                row.get("settled_with_one", Long.class));
    }
}
