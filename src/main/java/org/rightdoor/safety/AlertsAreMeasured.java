package org.rightdoor.safety;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.Database;

/** Shows at /q/metrics whether somebody has each alert: the last way to notice when nobody who was called answers. */
@ApplicationScoped
class AlertsAreMeasured {

    private static final String OPEN =
            """
            select count(*) as alerts, coalesce(extract(epoch from now() - min(at)), 0) as seconds from alert
            where acknowledged_at is null and not drill and at > now() - interval '3 days'""";

    private final Mutiny.SessionFactory sessions;
    private volatile double alerts;
    private volatile double seconds;

    @Inject
    AlertsAreMeasured(Mutiny.SessionFactory sessions, AlertBell bell, MeterRegistry meters) {
        this.sessions = sessions;
        Gauge.builder("rightdoor.alerts.waiting", this, self -> self.alerts)
                .description("Alerts of the safety net that nobody has yet; drills do not count")
                .strongReference(true)
                .register(meters);
        Gauge.builder("rightdoor.alerts.oldest.seconds", this, self -> self.seconds)
                .description("Age of the oldest of them, in seconds")
                .strongReference(true)
                .register(meters);
        Gauge.builder("rightdoor.alerts.off", bell, rota -> rota.isOff() ? 1 : 0)
                .description("1 while nobody is named whom the safety net could call")
                .strongReference(true)
                .register(meters);
    }

    void measureFromTheStart(@Observes StartupEvent start) {}

    @Scheduled(every = "10s", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = Database.NotReady.class)
    Uni<Void> count() {
        return sessions.withSession(session -> session.createNativeQuery(OPEN, Tuple.class)
                .getSingleResult()
                .invoke(row -> {
                    alerts = row.get("alerts", Long.class);
                    seconds = row.get("seconds", Number.class).doubleValue();
                })
                .replaceWithVoid());
    }
}
