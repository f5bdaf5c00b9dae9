package org.rightdoor;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.people.Person;
import org.rightdoor.people.Staff;
import org.rightdoor.people.StaffMembers;
import org.rightdoor.routing.Department;
import org.rightdoor.safety.OnCall;
import org.rightdoor.safety.Rota;
import org.rightdoor.safety.Rotas;

/** The sample district: what a newcomer sees, and what measurements start from. */
@ApplicationScoped
class Demo {

    private static final String PASSWORD = "demo";

    @Inject
    Config config;

    @Inject
    CurrentKnowledge knowledge;

    @Inject
    StaffMembers staffMembers;

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    Pool pool;

    @Inject
    Rotas rotas;

    // Each part only where it is missing: a start that was cut short is completed by the next one.
    void load(@Observes Database.Ready ready) throws Throwable {
        if (!config.demo()) return;
        if (VertxContextSupport.subscribeAndAwait(staffMembers::isEmpty)) {
            VertxContextSupport.subscribeAndAwait(this::addStaff);
            VertxContextSupport.subscribeAndAwait(this::namePeople);
        }
        if (VertxContextSupport.subscribeAndAwait(this::nobodyHasWritten)) {
            VertxContextSupport.subscribeAndAwait(() -> staffMembers.all().chain(this::addTerm));
        }
    }

    private Uni<Boolean> nobodyHasWritten() {
        return sessions.withSession(session -> session.createSelectionQuery("from Person", Person.class)
                .setMaxResults(1)
                .getSingleResultOrNull()
                .map(Objects::isNull));
    }

    private Uni<Void> addStaff() {
        var password = BcryptUtil.bcryptHash(PASSWORD);
        var staff = new ArrayList<Staff>();
        staff.add(member("admin@maple.example", "Morgan Ellis", Staff.ADMIN, password));
        for (var department : knowledge.now().rules().departments().values()) staff.add(agent(department, password));
        return sessions.withTransaction(session -> session.persistAll(staff.toArray()));
    }

    /** The safety desk first, then the counsellors; whoever is on call after hours, and the administrator at last. */
    private Uni<Void> namePeople() {
        return staffMembers.all().chain(all -> {
            var byEmail = all.stream().collect(Collectors.toMap(member -> member.email, member -> member.id));
            var safety = byEmail.get("safety@maple.example");
            var students = byEmail.get("student-services@maple.example");
            var admin = byEmail.get("admin@maple.example");
            var named = Stream.of(safety, students).filter(Objects::nonNull).toList();
            var nights = safety == null
                    ? List.<OnCall>of()
                    : Arrays.stream(DayOfWeek.values())
                            .map(day -> new OnCall(safety, day, LocalTime.of(16, 30), LocalTime.of(7, 30)))
                            .toList();
            var people = named.isEmpty() ? List.of(admin) : named;
            return rotas.write(new Rota(Map.of(Rota.ALL, people), nights, admin, Rota.USUAL_MINUTES));
        });
    }

    private Uni<Void> addTerm(List<Staff> staff) {
        var term = new DemoTerm(knowledge.now(), staff, config.demoCases(), Instant.now());
        return pool.withTransaction(connection -> connection
                .query("set local rightdoor.measure_later = 'on'")
                .execute()
                .chain(() -> DemoRows.write(connection, term))
                .chain(() -> DemoOutcomes.write(connection, knowledge.now(), config.demoCases())));
    }

    private static Staff agent(Department department, String password) {
        var name = department.name().in("en") + " desk";
        var agent = member(department.key() + "@maple.example", name, Staff.AGENT, password);
        agent.departments = new String[] {department.key()};
        return agent;
    }

    private static Staff member(String email, String name, String role, String password) {
        var staff = new Staff();
        staff.email = email;
        staff.name = name;
        staff.roles = role;
        staff.password = password;
        return staff;
    }
}
