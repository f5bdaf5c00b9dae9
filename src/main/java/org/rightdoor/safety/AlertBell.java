package org.rightdoor.safety;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.persistence.Tuple;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.Database;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.people.Staff;

/** What every page of the desk says while an alert waits; read every two seconds, so that no page has to ask. */
@ApplicationScoped
@Named("alertBell")
public class AlertBell {

    private static final String RINGING =
            """
            select distinct a.id as id, a.category as category, a.inquiry_number as number, a.drill as drill, n.staff_id as staff
            from alert a join alert_notice n on n.alert_id = a.id
            where a.acknowledged_at is null and a.at > now() - interval '3 days' order by a.id""";

    /** An alert that waits for the person of that id. */
    public record Ring(long id, String title, Long number, boolean drill, long staffId) {}

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    CurrentKnowledge knowledge;

    @Inject
    Rotas rotas;

    @Inject
    Alerts alerts;

    private volatile List<Ring> ringing = List.of();
    private volatile boolean off;

    @Scheduled(every = "2s", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = Database.NotReady.class)
    Uni<Void> listen() {
        return sessions.withSession(session -> session.createNativeQuery(RINGING, Tuple.class)
                        .getResultList()
                        .map(rows -> rows.stream().map(this::ring).toList()))
                .invoke(now -> ringing = now)
                .chain(rotas::now)
                .invoke(rota -> off =
                        !rota.isOn(knowledge.now().safety().rules().categories().keySet()))
                .replaceWithVoid();
    }

    private Ring ring(Tuple row) {
        return new Ring(
                row.get("id", Long.class),
                alerts.title(row.get("category", String.class)),
                row.get("number", Long.class),
                row.get("drill", Boolean.class),
                row.get("staff", Long.class));
    }

    /** The alerts to which this person was called and that nobody has yet. */
    public List<Ring> of(Staff staff) {
        return ringing.stream().filter(ring -> staff.id.equals(ring.staffId)).toList();
    }

    /** True until the district has named somebody for each category: then an alert calls nobody. */
    public boolean isOff() {
        return off;
    }
}
