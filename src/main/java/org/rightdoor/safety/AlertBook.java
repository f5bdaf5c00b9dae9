package org.rightdoor.safety;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.people.Staff;
import org.rightdoor.people.StaffMembers;

/** Reads alerts. Administrators see all; others those to which they were called, or which they have. */
@ApplicationScoped
public class AlertBook {

    private static final int LATEST = 100;

    private static final String MINE =
            """
            (:everything = true or acknowledgedBy = :staff
             or exists (select 1 from AlertNotice n where n.alertId = a.id and n.staffId = :staff))""";

    private static final String FIGURES =
            """
            select to_char(date_trunc('month', at at time zone :zone), 'YYYY-MM') as month,
                   count(*) filter (where outcome = 'REAL') as real,
                   count(*) filter (where outcome = 'FALSE') as wrong,
                   count(*) filter (where outcome is null) as unjudged,
                   count(*) filter (where missed) as missed,
                   count(*) filter (where outcome = 'REAL' and not missed) as noticed
            from alert where not drill group by 1 order by 1 desc limit 12""";

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    StaffMembers members;

    @Inject
    Alerts alerts;

    /** The latest first. */
    public Uni<List<AlertRow>> latest(Staff reader) {
        return sessions.withSession(session -> session.createSelectionQuery(
                        "from Alert a where " + MINE + " order by at desc, id desc", Alert.class)
                .setParameter("everything", reader.isAdmin())
                .setParameter("staff", reader.id)
                .setMaxResults(LATEST)
                .getResultList()
                .chain(found -> rows(session, found)));
    }

    /** The alert, or null where there is none that this person may see. */
    public Uni<AlertRow> find(long id, Staff reader) {
        return sessions.withSession(
                session -> session.createSelectionQuery("from Alert a where id = :id and " + MINE, Alert.class)
                        .setParameter("id", id)
                        .setParameter("everything", reader.isAdmin())
                        .setParameter("staff", reader.id)
                        .getSingleResultOrNull()
                        .chain(found -> found == null
                                ? Uni.createFrom().<AlertRow>nullItem()
                                : rows(session, List.of(found)).map(rows -> rows.get(0))));
    }

    /** The notice of that secret with its alert and who was called, or null. */
    public Uni<AlertRow.Called> called(String token) {
        return sessions.withSession(
                session -> session.createSelectionQuery("from AlertNotice where token = :token", AlertNotice.class)
                        .setParameter("token", token)
                        .getSingleResultOrNull()
                        .chain(notice -> notice == null
                                ? Uni.createFrom().<AlertRow.Called>nullItem()
                                : session.find(Staff.class, notice.staffId)
                                        .map(staff -> new AlertRow.Called(notice, staff.name))));
    }

    public Uni<Alert> alert(long id) {
        return sessions.withSession(session -> session.find(Alert.class, id));
    }

    /** How right the net was, the latest month first; drills do not count. */
    public Uni<List<MonthOfAlerts>> figures(String zone) {
        return sessions.withSession(session -> session.createNativeQuery(FIGURES, Tuple.class)
                .setParameter("zone", zone)
                .getResultList()
                .map(rows -> rows.stream().map(MonthOfAlerts::of).toList()));
    }

    private Uni<List<AlertRow>> rows(Mutiny.Session session, List<Alert> found) {
        if (found.isEmpty()) return Uni.createFrom().item(List.of());
        return session.createSelectionQuery("from AlertNotice where alertId in :ids order by id", AlertNotice.class)
                .setParameter("ids", found.stream().map(alert -> alert.id).toList())
                .getResultList()
                .chain(notices -> members.all().map(staff -> {
                    var byId = staff.stream().collect(Collectors.toMap(member -> member.id, member -> member.name));
                    Map<Long, List<AlertRow.Called>> called = notices.stream()
                            .collect(Collectors.groupingBy(
                                    notice -> notice.alertId,
                                    Collectors.mapping(
                                            notice -> new AlertRow.Called(notice, byId.get(notice.staffId)),
                                            Collectors.toList())));
                    Function<Long, String> name =
                            id -> id == null ? null : Objects.requireNonNullElse(byId.get(id), "?");
                    return found.stream()
                            .map(alert -> new AlertRow(
                                    alert,
                                    alerts.title(alert.category),
                                    name.apply(alert.acknowledgedBy),
                                    name.apply(alert.closedBy),
                                    called.getOrDefault(alert.id, List.of())))
                            .toList();
                }));
    }
}
