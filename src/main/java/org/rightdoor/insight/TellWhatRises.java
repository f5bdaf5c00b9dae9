package org.rightdoor.insight;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import org.rightdoor.Database;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.insight.Rising.Surge;
import org.rightdoor.routing.RoutingRules;

/**
 * Writes down which topics rise in which department, so that {@code desk.notices} tells those who lead it. All replicas look;
 * a rise that runs is one row, and only its beginning is told.
 */
@ApplicationScoped
class TellWhatRises {

    private static final String RISES =
            """
            insert into rise (department, topic, said) values ($1, $2, $3)
            on conflict (department, topic) where ended_at is null do update set seen_at = now()""";

    /** What rests for an hour and rises again is another rise. */
    private static final String IS_OVER =
            "update rise set ended_at = now() where ended_at is null and seen_at < now() - interval '1 hour'";

    @Inject
    Rising rising;

    @Inject
    Pool pool;

    @Inject
    CurrentKnowledge knowledge;

    @Scheduled(
            every = "60s",
            delayed = "30s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Database.NotReady.class)
    Uni<Void> look() {
        if (knowledge.now() == null) return Uni.createFrom().voidItem();
        return rising.byDepartment()
                .chain(surges -> pool.withTransaction(connection -> connection
                        .query(IS_OVER)
                        .execute()
                        .chain(() -> write(connection, surges, knowledge.now().rules()))));
    }

    private static Uni<Void> write(SqlConnection connection, List<Surge> surges, RoutingRules rules) {
        if (surges.isEmpty()) return Uni.createFrom().voidItem();
        // In one order on all replicas, as each waits for the rows of the others.
        var rows = surges.stream()
                .sorted(Comparator.comparing(Surge::department).thenComparing(Surge::topic))
                .map(surge -> Tuple.of(surge.department(), surge.topic(), said(surge, rules)))
                .toList();
        return connection.preparedQuery(RISES).executeBatch(rows).replaceWithVoid();
    }

    /** Such as {@code Bus is late: bus 14, six times in 30 minutes}. */
    static String said(Surge surge, RoutingRules rules) {
        var topic = rules.topics().get(surge.topic());
        var name = topic == null ? surge.topic() : topic.title().in("en");
        return name + ": " + (surge.what().isEmpty() ? "" : surge.what() + ", ") + surge.often();
    }
}
