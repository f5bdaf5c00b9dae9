package org.rightdoor.insight;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.rightdoor.Database;

/**
 * Takes the changes of cases into the sums by day, those of weeks that have come to rest into sums by week, so that there are
 * few of them to add up, and works out the cases that are due anew. No figure waits for the first two.
 */
@ApplicationScoped
class KeepMeasures {

    private static final int MOST_CHANGES = 20_000;

    private static final String FOLD = "select fold_measures(" + MOST_CHANGES + ")";

    private static final String WORK_OUT =
            """
            with due as (
                delete from measure_due where inquiry_number in (
                    select inquiry_number from measure_due order by inquiry_number limit 500 for update skip locked)
                returning inquiry_number)
            select count(*), count(measure_case(inquiry_number)::text) from due""";

    // One at a time, because nobody takes changes in meanwhile; and waiting for who does just now, where the function
    // itself would leave it for the next time.
    private static final String SUM_A_WEEK =
            "with turn as materialized (select pg_advisory_xact_lock(7201082)) select sum_weeks(1) from turn";

    @Inject
    Pool pool;

    @Scheduled(every = "10s", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = Database.NotReady.class)
    Uni<Void> fold() {
        return repeat(FOLD, MOST_CHANGES);
    }

    @Scheduled(every = "5s", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = Database.NotReady.class)
    Uni<Void> workOutWhatIsDue() {
        return repeat(WORK_OUT, 1);
    }

    // Not at once: after a start there is more urgent work than old weeks.
    @Scheduled(
            every = "10m",
            delayed = "1m",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Database.NotReady.class)
    Uni<Void> sumWeeks() {
        return repeat(SUM_A_WEEK, 1);
    }

    /** Again as long as there is that much to do. */
    private Uni<Void> repeat(String statement, int least) {
        return pool.withTransaction(connection -> connection.query(statement).execute())
                .map(KeepMeasures::first)
                .chain(done -> done < least ? Uni.createFrom().voidItem() : repeat(statement, least));
    }

    private static long first(RowSet<io.vertx.mutiny.sqlclient.Row> rows) {
        return rows.iterator().next().getLong(0);
    }
}
