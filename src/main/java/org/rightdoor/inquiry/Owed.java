package org.rightdoor.inquiry;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.calendar.Promise;

/** What families are owed on the cases that somebody may see. */
@ApplicationScoped
public class Owed {

    private static final String RUNNING =
            """
            from promise p join inquiry i on i.number = p.inquiry_number
            where p.ended_at is null and p.due_at is not null
                and (i.merged_into is null or p.kind = 'FOLLOW_UP') and %s""";

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    Pool pool;

    /** Promises that still run and have a date, on cases this person may work on, the next due first. */
    public Uni<List<Promise>> running(Sight sight, int most) {
        return sessions.withSession(session -> {
            var query = session.createNativeQuery(
                    "select p.* " + RUNNING.formatted(sight.mayWork()) + " order by p.due_at, p.id", Promise.class);
            sight.bind(query::setParameter);
            return query.setMaxResults(most).getResultList();
        });
    }

    /** How many of them are late, counted no further than {@link InboxCounts#MOST}: every page that an administrator opens asks. */
    public Uni<Long> late(Sight sight) {
        return new Sql("select count(*) from (select " + RUNNING.formatted(sight.mayWork())
                        + " and p.due_at < now() limit " + InboxCounts.MOST + ") late")
                .with(sight::bind)
                .on(pool)
                .map(rows -> rows.iterator().next().getLong(0));
    }
}
