package org.rightdoor;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.people.Person;
import org.rightdoor.people.Staff;
import org.rightdoor.people.StaffMembers;
import org.rightdoor.routing.Department;

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

    // Each part only where it is missing: a start that was cut short is completed by the next one.
    void load(@Observes Database.Ready ready) throws Throwable {
        if (!config.demo()) return;
        if (VertxContextSupport.subscribeAndAwait(staffMembers::isEmpty)) {
            VertxContextSupport.subscribeAndAwait(this::addStaff);
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

    private Uni<Void> addTerm(List<Staff> staff) {
        var term = new DemoTerm(knowledge.now(), staff, config.demoCases(), Instant.now());
        return pool.withTransaction(connection -> DemoRows.write(connection, term));
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
