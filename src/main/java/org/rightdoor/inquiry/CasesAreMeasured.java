package org.rightdoor.inquiry;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.Database;

/** Shows at /q/metrics how many families wait for each department, and how long the first of them has. */
@ApplicationScoped
class CasesAreMeasured {

    // Read from inquiry_waiting_by_department alone: a visit to each open case in the index, none to the table.
    private static final String WAITING =
            """
            select department, count(*) as cases, extract(epoch from now() - min(waiting_since)) as seconds
            from inquiry where status = 'OPEN' and waiting_since is not null group by department""";

    private final Mutiny.SessionFactory sessions;
    private final MultiGauge waiting;
    private final MultiGauge oldest;

    @Inject
    CasesAreMeasured(Mutiny.SessionFactory sessions, MeterRegistry meters) {
        this.sessions = sessions;
        waiting = MultiGauge.builder("rightdoor.cases.waiting")
                .description("Open cases in which it is the district's turn")
                .register(meters);
        oldest = MultiGauge.builder("rightdoor.cases.oldest.seconds")
                .description("How long the first of their families has waited, in seconds by the clock")
                .register(meters);
    }

    void measureFromTheStart(@Observes StartupEvent start) {}

    @Scheduled(every = "30s", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = Database.NotReady.class)
    Uni<Void> count() {
        return sessions.withSession(session -> session.createNativeQuery(WAITING, Tuple.class)
                .getResultList()
                .invoke(this::show)
                .replaceWithVoid());
    }

    private void show(List<Tuple> rows) {
        waiting.register(rows(rows, "cases"), true);
        oldest.register(rows(rows, "seconds"), true);
    }

    private static Iterable<Row<?>> rows(List<Tuple> rows, String figure) {
        Stream<Row<?>> all = rows.stream()
                .map(row -> Row.of(
                        Tags.of("department", row.get("department", String.class)),
                        row.get(figure, Number.class).doubleValue()));
        return all.toList();
    }
}
